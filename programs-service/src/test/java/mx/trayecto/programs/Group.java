package mx.trayecto.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.restassured.response.Response;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;

/** A cohort in a tenant of its own and the women who ask for a seat in it, all through the API and the real topics. */
public final class Group {
    public static final String PARTICIPANTS = "trayecto.participants.v1";
    public static final String APPLICATIONS = "trayecto.applications.v1";
    public static final String ENROLLMENTS = "trayecto.enrollments.v1";

    public final Catalogue catalogue = new Catalogue();
    public final UUID tenant = catalogue.tenant;
    public final String token = catalogue.coordinator;
    public final UUID cohort;

    /** An open cohort of 2024 with so many seats. */
    public Group(int seats) {
        Broker.create(PARTICIPANTS, true);
        Broker.create(APPLICATIONS, false);
        cohort = open(catalogue.cohort("G1", seats));
    }

    /** Another open cohort of the same programme. */
    public UUID open(String body) {
        UUID id = catalogue.create("/v1/cohorts", body);
        act("/v1/cohorts/" + id + "/opening", "{}").then().statusCode(200);
        return id;
    }

    /** An open cohort that offers its seats. */
    public UUID offering(int seats, int days) {
        return open(catalogue
                .cohort("GO", seats)
                .replaceFirst("\"capacity\"", "\"offerDays\": " + days + ", \"capacity\""));
    }

    /** A participant whose snapshot has been sent; what names her waits for it. */
    public UUID participant() {
        return participant(tenant);
    }

    public static UUID participant(UUID tenant) {
        UUID id = UUID.randomUUID();
        snapshot(tenant, id, 1, "null");
        return id;
    }

    public static void snapshot(UUID tenant, UUID participant, long sequence, String mergedInto) {
        snapshot(tenant, participant, sequence, mergedInto, false);
    }

    public static void snapshot(UUID tenant, UUID participant, long sequence, String mergedInto, boolean hidden) {
        Broker.send(PARTICIPANTS, "mx.trayecto.participant.changed.v1", tenant, participant, sequence, """
                {"participant": "%s", "birthYear": 1988, "birthMonth": 4, "gender": "female", "state": "14",
                 "municipality": "14039", "consents": {}, "protected": %s, "mergedInto": %s, "history": {}}""".formatted(
                        participant, hidden, mergedInto));
    }

    /** Sends a snapshot of a participant and waits until it is known. */
    public void told(UUID participant, long sequence, UUID mergedInto, boolean hidden) {
        snapshot(tenant, participant, sequence, mergedInto == null ? "null" : "\"" + mergedInto + "\"", hidden);
        Eventually.get(
                () -> Database.query(
                        "programs",
                        "SELECT coalesce(merged_into::text, '') || protected FROM known_participant WHERE id = ?",
                        participant),
                List.of((mergedInto == null ? "" : mergedInto.toString()) + hidden)::equals);
    }

    public static String position(UUID participant) {
        return PARTICIPANTS + "/" + participant + "/1.1";
    }

    public Response enroll(UUID participant) {
        return enroll(participant, cohort, "2024-06-10");
    }

    public Response enroll(UUID participant, UUID into, String on) {
        return Caller.post(token)
                .header("Trayecto-Min-Position", position(participant))
                .body("""
                        {"participant": "%s", "cohort": "%s", "on": "%s"}""".formatted(participant, into, on))
                .post("/v1/enrollments");
    }

    /** A new participant's enrolment, whatever it came to. */
    public UUID enrolled() {
        return made(enroll(participant()));
    }

    public UUID enrolled(UUID into) {
        return made(enroll(participant(), into, "2024-06-10"));
    }

    public List<UUID> enrolled(int many) {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(enrolled());
        }
        return all;
    }

    /** Takes a step and gives the answer. */
    public Response step(UUID enrollment, String step, String body) {
        return act("/v1/enrollments/" + enrollment + "/" + step, body);
    }

    public Response act(String path, String body) {
        return Caller.post(token).body(body).post(path);
    }

    public Response read(String path) {
        return Caller.with(token).get(path);
    }

    public String status(UUID enrollment) {
        return read("/v1/enrollments/" + enrollment).jsonPath().getString("status");
    }

    public UUID session(String on, String hours) {
        return catalogue.create("/v1/cohorts/" + cohort + "/sessions", """
                {"on": "%s", "hours": %s}""".formatted(on, hours));
    }

    /** Calls a session's roll: attended or not, by enrolment. */
    public Response roll(UUID session, Map<UUID, Boolean> attended) {
        String entries = attended.entrySet().stream()
                .map(e -> "{\"enrollment\": \"%s\", \"attended\": %s}".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        return act("/v1/sessions/" + session + "/attendance", "{\"entries\": [" + entries + "]}");
    }

    /** A module's id by its code. */
    public UUID module(String code) {
        return UUID.fromString(read("/v1/pathways/" + catalogue.pathway)
                .jsonPath()
                .getString("phases.modules.flatten().find { it.code == '" + code + "' }.id"));
    }

    public static UUID made(Response answer) {
        if (answer.statusCode() != 201) {
            throw new AssertionError("answered " + answer.statusCode() + " " + answer.asString());
        }
        return UUID.fromString(answer.jsonPath().getString("id"));
    }
}
