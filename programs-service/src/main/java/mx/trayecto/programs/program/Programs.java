package mx.trayecto.programs.program;

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
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Offers and changes programmes; every change is told with the whole state. */
@ApplicationScoped
class Programs {
    @Inject
    Reach reach;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Outbox outbox;

    ProgramView offer(OfferProgram command) {
        UUID tenant = reach.wholeTenant();
        follow(command);
        Program program = new Program(tenant, command);
        return told(program);
    }

    ProgramView change(UUID id, JsonNode patch) {
        reach.wholeTenant();
        Program program = Program.find(id).orElseThrow(ProblemException::notFound);
        preconditions.check(program.version);
        OfferProgram command = merge.apply(OfferProgram.of(program), patch, OfferProgram.class);
        follow(command);
        program.describe(command);
        return told(program);
    }

    ProgramView view(UUID id) {
        return Program.find(id).map(ProgramView::of).orElseThrow(ProblemException::notFound);
    }

    private static void follow(OfferProgram command) {
        References references = new References();
        references.follow("/owner", command.owner(), Organization::find);
        references.check();
    }

    private ProgramView told(Program program) {
        Unique.store(program, "/code");
        outbox.append(Topics.PROGRAMS, program.id, ProgramChanged.TYPE, ProgramChanged.of(program));
        return ProgramView.of(program);
    }
}
