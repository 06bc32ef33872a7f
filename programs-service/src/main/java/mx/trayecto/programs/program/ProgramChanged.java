package mx.trayecto.programs.program;

import java.util.UUID;

import mx.trayecto.platform.text.Bilingual;

/** Snapshot of a programme, {@code mx.trayecto.program.changed.v1}. */
record ProgramChanged(
        UUID program, String code, Bilingual title, UUID owner, Audience audience, String budgetKey, UUID succeeds) {
    static final String TYPE = "mx.trayecto.program.changed.v1";

    static ProgramChanged of(Program program) {
        return new ProgramChanged(
                program.id,
                program.code,
                program.title,
                program.ownerId,
                program.audience,
                program.budgetKey,
                program.succeedsId);
    }
}
