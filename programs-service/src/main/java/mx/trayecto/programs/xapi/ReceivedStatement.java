package mx.trayecto.programs.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a statement. */
record ReceivedStatement(
        @Schema(description = "The statement's own id") UUID id,

        Status status,

        @Schema(description = "Why it waits") Reason reason,

        @Schema(description = "Whose it is; absent where that is not known")
        UUID enrollment,

        @Schema(description = "The course, as the platform names it")
        String course,

        Instant happenedAt,
        Instant receivedAt) {
    static final String COLUMNS = "id, status, reason, enrollment_id, course, happened_at, received_at";

    /** What became of it. */
    @Schema(name = "StatementStatus")
    enum Status {
        @JsonProperty("applied")
        APPLIED,
        @JsonProperty("ignored")
        IGNORED,
        @JsonProperty("parked")
        PARKED
    }

    /** Why it waits. */
    @Schema(name = "StatementReason")
    enum Reason {
        @JsonProperty("unknown-actor")
        UNKNOWN_ACTOR,
        @JsonProperty("unknown-course")
        UNKNOWN_COURSE,
        @JsonProperty("not-taking-part")
        NOT_TAKING_PART,
        @JsonProperty("future")
        FUTURE,
        /** It takes another one back: a person decides. */
        @JsonProperty("voids-another")
        VOIDS_ANOTHER
    }

    static ReceivedStatement of(ResultSet row) throws SQLException {
        OffsetDateTime happened = row.getObject(6, OffsetDateTime.class);
        return new ReceivedStatement(
                row.getObject(1, UUID.class),
                Status.valueOf(row.getString(2)),
                row.getString(3) == null ? null : Reason.valueOf(row.getString(3)),
                row.getObject(4, UUID.class),
                row.getString(5),
                happened == null ? null : happened.toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
