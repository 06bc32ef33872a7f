package mx.trayecto.programs.organization;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.topic.Topics;

/** Registers and changes organizations; every change is told with the whole state. */
@ApplicationScoped
class Organizations {
    @Inject
    Reach reach;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Outbox outbox;

    OrganizationView register(RegisterOrganization command) {
        UUID tenant = reach.wholeTenant();
        follow(command);
        Organization organization = new Organization(tenant, command);
        organization.persist();
        return told(organization);
    }

    OrganizationView change(UUID id, JsonNode patch) {
        reach.wholeTenant();
        Organization organization = Organization.find(id).orElseThrow(ProblemException::notFound);
        preconditions.check(organization.version);
        RegisterOrganization command =
                merge.apply(RegisterOrganization.of(organization), patch, RegisterOrganization.class);
        follow(command);
        organization.describe(command);
        return told(organization);
    }

    OrganizationView view(UUID id) {
        return Organization.find(id).map(OrganizationView::of).orElseThrow(ProblemException::notFound);
    }

    private static void follow(RegisterOrganization command) {
        References references = new References();
        references.follow("/parent", command.parent(), Organization::find);
        references.follow("/succeededBy", command.succeededBy(), Organization::find);
        references.check();
    }

    private OrganizationView told(Organization organization) {
        outbox.append(Topics.PROGRAMS, organization.id, OrganizationChanged.TYPE, OrganizationChanged.of(organization));
        return OrganizationView.of(organization);
    }
}
