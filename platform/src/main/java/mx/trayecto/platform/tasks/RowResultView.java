package mx.trayecto.platform.tasks;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.problem.Problem;

/** What became of one row of an import. */
@Schema(name = "ImportResult", description = "One line of the results, in the order of the file")
public record RowResultView(
        @Schema(description = "The line in the file where the row begins, from 1")
        int line,

        @Schema(description = "How the row's own system calls what it tells of")
        String externalId,

        RowOutcome outcome,

        @Schema(description = "The resource; absent of a rejected row and of one that a dry run would create")
        UUID id,

        @Schema(ref = "#/components/schemas/Problem", description = "Why it was rejected; pointers lead into the row")
        Problem problem) {}
