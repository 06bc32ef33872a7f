package mx.trayecto.programs.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** What became of a statement. */
record ReceivedStatement(
        @Schema(description = "The statement's own id") UUID id,
        long version,
        Status status,

        @Schema(description = "Why it waits, or waited when it was dismissed")
        Reason reason,

        @Schema(description = "Whose it is; absent where that is not known")
        UUID enrollment,

        @Schema(description = "The course, as the platform names it")
        String course,

        Instant happenedAt,
        Instant receivedAt,

        @Schema(description = "Of a dismissed one") Dismissal dismissal,

        @Schema(description = "The completion that it recorded; absent where there was one before")
        UUID completion,

        @Schema(description = "The statement that it takes back")
        UUID voids,

        @Schema(description = "The statement that took it back")
        UUID voidedBy)
        implements Versioned {
    static final String COLUMNS = "id, version, status, reason, enrollment_id, course, happened_at, received_at,"
            + " dismissal, dismissed_by, dismissed_at, completion_id, voids, voided_by";

    /** What became of it. */
    @Schema(name = "StatementStatus")
    enum Status {
        @JsonProperty("applied")
        APPLIED,
        @JsonProperty("ignored")
        IGNORED,
        @JsonProperty("parked")
        PARKED,
        /** It is not to be placed any more. */
        @JsonProperty("dismissed")
        DISMISSED,
        /** Another one of its platform took it back. */
        @JsonProperty("voided")
        VOIDED
    }

    /** Why it waits. */
    @Schema(name = "StatementReason")
    enum Reason {
        /** Its account is the id of no enrolment that is known yet. */
        @JsonProperty("unknown-actor")
        UNKNOWN_ACTOR,
        /** Its account is no id of an enrolment, so that nothing of it is kept: it is sent anew, or dismissed. */
        @JsonProperty("foreign-account")
        FOREIGN_ACCOUNT,
        @JsonProperty("unknown-course")
        UNKNOWN_COURSE,
        @JsonProperty("not-taking-part")
        NOT_TAKING_PART,
        /** What the module's phase comes after was not completed by then. */
        @JsonProperty("prerequisite-missing")
        PREREQUISITE_MISSING,
        @JsonProperty("future")
        FUTURE,
        /** It takes back one that was not received yet. */
        @JsonProperty("unknown-statement")
        UNKNOWN_STATEMENT,
        /** It takes back what she graduated on: the graduation is revoked before. */
        @JsonProperty("graduated")
        GRADUATED,
        /** It takes back what she completed other modules after: they are revoked before. */
        @JsonProperty("relied-on")
        RELIED_ON,
        /** It takes back one that takes back another, which none can. */
        @JsonProperty("voids-voiding")
        VOIDS_VOIDING,
        /** It takes back one that another client sent, which none may. */
        @JsonProperty("other-source")
        OTHER_SOURCE,
        /** It takes back another one, of which was not kept which: a person decides. */
        @JsonProperty("voids-another")
        VOIDS_ANOTHER;

        /** Those that nothing but a person's decision ends. */
        static final Set<Reason> FOR_GOOD = EnumSet.of(FOREIGN_ACCOUNT, VOIDS_VOIDING, OTHER_SOURCE, VOIDS_ANOTHER);
    }

    /** Why a statement is given up, by whom and when. */
    @Schema(name = "StatementDismissal")
    record Dismissal(
            DismissalReason reason,

            @Schema(description = "Subject of the token that dismissed it")
            String by,

            Instant at) {}

    static ReceivedStatement of(ResultSet row) throws SQLException {
        return new ReceivedStatement(
                row.getObject(1, UUID.class),
                row.getLong(2),
                Status.valueOf(row.getString(3)),
                row.getString(4) == null ? null : Reason.valueOf(row.getString(4)),
                row.getObject(5, UUID.class),
                row.getString(6),
                instant(row, 7),
                instant(row, 8),
                row.getString(9) == null
                        ? null
                        : new Dismissal(DismissalReason.valueOf(row.getString(9)), row.getString(10), instant(row, 11)),
                row.getObject(12, UUID.class),
                row.getObject(13, UUID.class),
                row.getObject(14, UUID.class));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
