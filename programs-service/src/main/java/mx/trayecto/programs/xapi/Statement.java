package mx.trayecto.programs.xapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.field.References;

/**
 * What is read of a statement (xAPI 1.0.3): who did what to which activity, and when. All else in it is passed over, and
 * nothing of it is kept.
 *
 * @param account our own account name, which is the id of an enrolment; null where it is none of ours
 * @param course the activity; null where the object is none
 * @param voids the statement that it takes back; null where it takes none back
 * @param fingerprint of what it says
 * @param asWritten of how it was written, which is what was kept of statements at first
 */
record Statement(
        UUID id,
        UUID account,
        String verb,
        String course,
        UUID voids,
        boolean completes,
        Instant at,
        byte[] fingerprint,
        byte[] asWritten) {
    static final int MOST = 200;

    private static final String VERBS = "http://adlnet.gov/expapi/verbs/";
    private static final String VOIDED = VERBS + "voided";
    private static final Set<String> COMPLETING = Set.of(VERBS + "completed", VERBS + "passed");
    private static final List<String> PERSONAL = List.of("mbox", "mbox_sha1sum", "openid", "member");
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final int LONGEST = 500;

    /**
     * A single statement, or a list of them.
     *
     * @throws ProblemException 422 with all that is wrong with them
     */
    static List<Statement> all(JsonNode body) {
        References faults = new References();
        List<Statement> all = new ArrayList<>();
        if (!body.isArray()) {
            all.add(one("", body, faults));
        } else if (body.isEmpty() || body.size() > MOST) {
            faults.refuse("", "size", "deben ser de 1 a " + MOST, "must be between 1 and " + MOST);
        } else {
            for (int i = 0; i < body.size(); i++) {
                Statement one = one("/" + i, body.get(i), faults);
                if (one != null
                        && all.stream()
                                .anyMatch(told -> told != null && told.id().equals(one.id()))) {
                    faults.refuse("/" + i + "/id", "repeated", "está repetido", "is repeated");
                }
                all.add(one);
            }
        }
        faults.check();
        return all;
    }

    /** Whether it is what was received under its id before. */
    boolean is(byte[] before) {
        return Arrays.equals(before, fingerprint) || Arrays.equals(before, asWritten);
    }

    private static Statement one(String pointer, JsonNode told, References faults) {
        if (!told.isObject()) {
            faults.refuse(pointer, "type", "debe ser un objeto", "must be an object");
            return null;
        }
        String id = told.path("id").asText(UUID.randomUUID().toString());
        if (!id.matches(ID)) {
            faults.refuse(pointer + "/id", "type", "debe ser un UUID", "must be a UUID");
        }
        String account = account(pointer + "/actor", told.path("actor"), faults);
        String verb = text(pointer + "/verb/id", told.path("verb").path("id"), faults);
        JsonNode object = told.path("object");
        UUID voids = verb.equals(VOIDED) ? referred(pointer + "/object", object, faults) : null;
        boolean activity = !verb.equals(VOIDED)
                && object.path("objectType").asText("Activity").equals("Activity");
        String course = activity ? text(pointer + "/object/id", object.path("id"), faults) : null;
        Instant at = instant(pointer + "/timestamp", told.path("timestamp"), faults);
        JsonNode result = told.path("result");
        boolean completes = COMPLETING.contains(verb)
                && result.path("completion").asBoolean(true)
                && result.path("success").asBoolean(true);
        return id.matches(ID)
                ? new Statement(
                        UUID.fromString(id),
                        account != null && account.matches(ID) ? UUID.fromString(account) : null,
                        verb,
                        course,
                        voids,
                        completes && course != null,
                        at,
                        Fingerprint.of(told),
                        Fingerprint.asWritten(told))
                : null;
    }

    /** Whoever is named by an address or by a profile of hers is refused: no such thing is to come here. */
    private static String account(String pointer, JsonNode actor, References faults) {
        if (!actor.isObject()) {
            faults.refuse(pointer, "actor-required", "es obligatorio", "is required");
            return null;
        }
        if (PERSONAL.stream().anyMatch(actor::has)
                || !actor.path("account").path("name").isTextual()) {
            faults.refuse(
                    pointer,
                    "actor-not-account",
                    "debe ser una cuenta (account) con el nombre que se le dio, sin correo ni otro dato personal",
                    "must be an account with the name that was given, without an address or other personal data");
            return null;
        }
        return actor.path("account").path("name").textValue();
    }

    /** What is taken back is a statement, and nothing else (xAPI 1.0.3, part two, 2.3.2). */
    private static UUID referred(String pointer, JsonNode object, References faults) {
        String id = object.path("id").asText();
        if (!object.path("objectType").asText().equals("StatementRef")) {
            faults.refuse(
                    pointer + "/objectType",
                    "statement-ref",
                    "debe ser StatementRef: se anula una declaración",
                    "must be StatementRef: it is a statement that is voided");
        } else if (!id.matches(ID)) {
            faults.refuse(pointer + "/id", "type", "debe ser un UUID", "must be a UUID");
        }
        return id.matches(ID) ? UUID.fromString(id) : null;
    }

    private static String text(String pointer, JsonNode value, References faults) {
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST
                || value.textValue().indexOf('\0') >= 0) {
            faults.refuse(
                    pointer,
                    "required",
                    "debe ser un texto de hasta " + LONGEST + " caracteres",
                    "must be a text of at most " + LONGEST + " characters");
            return "";
        }
        return value.textValue();
    }

    private static Instant instant(String pointer, JsonNode value, References faults) {
        if (value.isMissingNode() || value.isNull()) {
            return Instant.now();
        }
        try {
            OffsetDateTime at = OffsetDateTime.parse(value.asText());
            if (at.getYear() >= 1900 && at.getYear() <= 2100) {
                return at.toInstant();
            }
        } catch (DateTimeException none) {
            // told below
        }
        faults.refuse(
                pointer,
                "date-time",
                "debe ser un instante como 2026-03-01T06:00:00Z",
                "must be an instant such as 2026-03-01T06:00:00Z");
        return null;
    }
}
