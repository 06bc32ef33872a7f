package mx.trayecto.programs.center;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Opens and changes centres; every change is told with the whole state. */
@ApplicationScoped
class Centers {
    @Inject
    Reach reach;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Outbox outbox;

    CenterView open(OpenCenter command) {
        UUID tenant = reach.wholeTenant();
        follow(command);
        Center center = new Center(tenant, command);
        return told(center);
    }

    CenterView change(UUID id, JsonNode patch) {
        reach.wholeTenant();
        Center center = Center.find(id).orElseThrow(ProblemException::notFound);
        preconditions.check(center.version);
        OpenCenter command = merge.apply(OpenCenter.of(center), patch, OpenCenter.class);
        follow(command);
        center.describe(command);
        return told(center);
    }

    CenterView view(UUID id) {
        return Center.find(id).map(CenterView::of).orElseThrow(ProblemException::notFound);
    }

    private static void follow(OpenCenter command) {
        References references = new References();
        references.follow("/organization", command.organization(), Organization::find);
        references.follow("/agreement", command.agreement(), Agreement::find);
        references.check();
    }

    private CenterView told(Center center) {
        Unique.store(center, "/code");
        outbox.append(Topics.PROGRAMS, center.id, CenterChanged.TYPE, CenterChanged.of(center));
        return CenterView.of(center);
    }
}
