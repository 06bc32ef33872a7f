package mx.trayecto.programs.program;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Snapshotted;
import mx.trayecto.programs.field.Succession;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Offers and changes programmes; every change is told with the whole state. */
@ApplicationScoped
class Programs extends Snapshotted<Program, OfferProgram, ProgramView> {
    @Inject
    Outbox outbox;

    Programs() {
        super(
                "/v1/programs",
                Program.class,
                OfferProgram.class,
                Program::new,
                Program::describe,
                OfferProgram::of,
                ProgramView::of);
    }

    @Override
    protected void follow(OfferProgram command, References references) {
        references.follow("/owner", command.owner(), Organization::find);
        references.follow("/succeeds", command.succeeds(), Program::find);
    }

    @Override
    protected void store(Program program) {
        Succession.refuseCircle(
                program.id,
                program.succeedsId,
                id -> Program.find(id).map(earlier -> earlier.succeedsId).orElse(null));
        Unique.store(program, "/code", "/v1/programs", Map.of("code", program.code));
        tell(program);
    }

    @Override
    public void tell(Program program) {
        outbox.append(Topics.PROGRAMS, program.id, ProgramChanged.TYPE, ProgramChanged.of(program));
    }
}
