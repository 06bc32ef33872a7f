package mx.trayecto.programs.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Snapshotted;
import mx.trayecto.programs.topic.Topics;

/** Registers and changes organizations; every change is told with the whole state. */
@ApplicationScoped
class Organizations extends Snapshotted<Organization, RegisterOrganization, OrganizationView> {
    @Inject
    Outbox outbox;

    Organizations() {
        super(
                "/v1/organizations",
                Organization.class,
                RegisterOrganization.class,
                Organization::new,
                Organization::describe,
                RegisterOrganization::of,
                OrganizationView::of);
    }

    @Override
    protected void follow(RegisterOrganization command, References references) {
        references.follow("/parent", command.parent(), Organization::find);
        references.follow("/succeededBy", command.succeededBy(), Organization::find);
    }

    @Override
    protected void store(Organization organization) {
        organization.persist();
        tell(organization);
    }

    @Override
    public void tell(Organization organization) {
        outbox.append(Topics.PROGRAMS, organization.id, OrganizationChanged.TYPE, OrganizationChanged.of(organization));
    }
}
