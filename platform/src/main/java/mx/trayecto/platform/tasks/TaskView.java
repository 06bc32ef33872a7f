package mx.trayecto.platform.tasks;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.problem.Problem;
import mx.trayecto.platform.text.Language;

/** How far an import has come. */
@Schema(
        name = "ImportTask",
        description = "An import that is carried out in portions; a service that stops goes on where it was. Its"
                + " results can be read for 30 days.")
public record TaskView(
        UUID id,
        long version,
        TaskState state,

        @Schema(description = "Whether the rows were only tried")
        boolean dryRun,

        Rows rows,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,

        @Schema(ref = "#/components/schemas/Problem", description = "Why it failed as a whole")
        Problem problem,

        @JsonIgnore Language language)
        implements Versioned {

    /** How many rows there are, and what became of those that are done. */
    @Schema(name = "ImportRows")
    public record Rows(int total, int done, int created, int updated, int unchanged, int rejected) {}

    @Override
    @JsonIgnore
    public String variant() {
        return problem == null ? null : language.locale().getLanguage();
    }
}
