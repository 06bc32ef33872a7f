package mx.trayecto.programs.program;

import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** A programme as it is. */
record ProgramView(
        UUID id,
        long version,
        String code,
        Bilingual title,
        UUID owner,
        Audience audience,
        String lawfulBasis,
        List<PolicyReference> policyReferences,
        String budgetKey,
        UUID succeeds)
        implements Versioned {

    static ProgramView of(Program program) {
        return new ProgramView(
                program.id,
                program.version,
                program.code,
                program.title,
                program.ownerId,
                program.audience,
                program.lawfulBasis,
                program.policyReferences,
                program.budgetKey,
                program.succeedsId);
    }
}
