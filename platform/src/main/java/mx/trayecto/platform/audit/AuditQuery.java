package mx.trayecto.platform.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** Which entries of the audit. */
public class AuditQuery extends PageQuery {
    private static final int LONGEST = 200;
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    @QueryParam("actor")
    @Parameter(
            description = "The subject that acted, as its token names it",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST))
    public String actor;

    @QueryParam("action")
    @Parameter(
            description = "Name of an operation, such as `readParticipant`",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST))
    public String action;

    @QueryParam("from")
    @Parameter(description = "From this instant on", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public String from;

    @QueryParam("to")
    @Parameter(description = "Before this instant", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public String to;

    /** The filters, for the cursor; all that is wrong with them is told at once. */
    Map<String, Object> filter() {
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        Map<String, Object> filter = new HashMap<>();
        filter.put("actor", text("actor", actor, faults));
        filter.put("action", text("action", action, faults));
        filter.put("from", instant("from", from, faults));
        filter.put("to", instant("to", to, faults));
        if (faults.hasErrors()) {
            throw faults;
        }
        return filter;
    }

    /**
     * The id of what entries are to be about; null where none was sent.
     *
     * @throws ProblemException 422 where it is none
     */
    public static UUID id(String name, String value) {
        if (value != null && !value.matches(ID)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(name, "pattern", "no tiene la forma debida", "does not have the form it must have");
        }
        return value == null ? null : UUID.fromString(value);
    }

    private static String text(String name, String value, ProblemException faults) {
        if (value != null && (value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            faults.error(
                    name,
                    "size",
                    "debe tener entre 1 y " + LONGEST + " caracteres",
                    "must have between 1 and " + LONGEST + " characters");
        }
        return value;
    }

    private static Instant instant(String name, String value, ProblemException faults) {
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            if (time.getYear() > 0 && time.getYear() < 10_000) {
                return time.toInstant();
            }
        } catch (DateTimeException none) {
            // told below, like a year that no calendar here has
        }
        faults.error(
                name,
                "date-time",
                "debe ser un instante como 2026-03-01T06:00:00Z",
                "must be an instant such as 2026-03-01T06:00:00Z");
        return null;
    }
}
