package mx.trayecto.programs.held;

import java.util.Map;
import java.util.UUID;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.xapi.Lms;

/** A woman with two records, of whom every table holds something, and another one of whom nothing may be told. */
final class Held {
    static final String WRITTEN = "Quiero abrir una panadería";
    static final String NOTED = "Se le llamó; consiguió quien cuide a sus hijos";

    final Group group = new Group(10);
    final UUID record = group.participant();
    final UUID merged = group.participant();
    final UUID woman;
    final UUID applied;
    final UUID stranger;

    Held() {
        woman = Group.made(group.enroll(record));
        applied = application(merged);
        stranger = group.enrolled();
        String path = "/v1/enrollments/" + woman;
        group.roll(group.session("2024-06-11", "4"), Map.of(woman, true, stranger, true))
                .then()
                .statusCode(200);
        completed(path);
        UUID instrument = group.catalogue.create("/v1/instruments", """
                {"code": "ENTRADA", "version": 1, "kind": "entry", "title": {"es": "Cuestionario de entrada"},
                 "questions": [
                   {"code": "trabajo", "type": "choice", "text": {"es": "¿Trabaja?"},
                    "options": [{"code": "si", "text": {"es": "Sí, por su cuenta"}}, {"code": "no", "text": {"es": "No"}}]},
                   {"code": "apoyos", "type": "multiple", "text": {"es": "¿Quién la apoya?"},
                    "options": [{"code": "familia", "text": {"es": "Su familia"}},
                                {"code": "vecinas", "text": {"es": "Sus vecinas"}}]},
                   {"code": "ventas", "type": "money", "text": {"es": "¿Cuánto vende al mes?"}},
                   {"code": "confianza", "type": "scale", "from": 1, "to": 5, "text": {"es": "¿Cuánta confianza tiene?"}},
                   {"code": "suenos", "type": "text", "text": {"es": "¿Qué espera del programa?"}}]}""");
        group.catalogue.create(path + "/surveys", """
                {"instrument": "%s", "on": "2024-06-12", "language": "nah",
                 "answers": {"trabajo": "si", "apoyos": ["familia", "vecinas"],
                             "ventas": {"amount": "2500.00", "currency": "MXN"}, "confianza": 3, "suenos": "%s"}}""".formatted(instrument, WRITTEN));
        group.catalogue.create(path + "/follow-ups", """
                {"on": "2024-06-20", "kind": "call", "text": "%s"}""".formatted(NOTED));
        mentored(woman, stranger);
        mentored(stranger, woman);
        group.catalogue.create(path + "/deliveries", """
                {"kind": "stipend", "on": "2024-07-15", "state": "delivered",
                 "amount": {"amount": "1500.00", "currency": "MXN"}}""");
        graduated(path);
    }

    /** One module that holds, after the platform took it back once, and one that was not that one. */
    private void completed(String path) {
        Lms lms = new Lms(group);
        UUID mistaken = UUID.randomUUID();
        lms.sent(Lms.statement(mistaken, woman, "completed", "edapp-1", "2024-06-20T18:00:00Z"));
        lms.sent(Lms.voiding(UUID.randomUUID(), mistaken));
        lms.sent(Lms.statement(UUID.randomUUID(), woman, "completed", "edapp-1", "2024-06-21T18:00:00Z"));
        UUID other = group.catalogue.create(
                path + "/completions", "{\"module\": \"%s\", \"on\": \"2024-07-01\"}".formatted(group.module("M3")));
        group.act("/v1/completions/" + other + "/revocation", "{\"reason\": \"wrong-module\"}")
                .then()
                .statusCode(200);
    }

    private void mentored(UUID mentor, UUID mentee) {
        UUID mentorship = group.catalogue.create(
                "/v1/mentorships",
                "{\"mentor\": \"%s\", \"startsOn\": \"2024-07-01\", \"mentees\": [\"%s\"]}".formatted(mentor, mentee));
        group.catalogue.create(
                "/v1/mentorships/" + mentorship + "/sessions", "{\"on\": \"2024-07-05\", \"hours\": 1.5}");
    }

    private void graduated(String path) {
        UUID exception = group.catalogue.create(path + "/graduation-exceptions", """
                {"reason": "equivalent-training",
                 "waives": [{"requirement": "module", "module": "M2"}, {"requirement": "module", "module": "M3"},
                            {"requirement": "module", "module": "M4"}, {"requirement": "attendance"},
                            {"requirement": "instrument", "instrument": "exit"}]}""");
        Caller.post(Tokens.of("graduations:decide", group.tenant))
                .body("{\"decision\": \"accepted\"}")
                .post("/v1/graduation-exceptions/" + exception + "/review")
                .then()
                .statusCode(200);
        String cohort = "/v1/cohorts/" + group.cohort;
        group.act(cohort + "/graduation", "{\"on\": \"2024-10-11\"}").then().statusCode(200);
        group.act(cohort + "/ceremony", "{\"on\": \"2024-10-17\", \"title\": {\"es\": \"Clausura\"}}");
        group.act(path + "/credentials", "{}").then().statusCode(200);
    }

    /** The enrolment that came of an application that a portal sent. */
    private UUID application(UUID participant) {
        UUID application = UUID.randomUUID();
        Broker.send(
                Group.APPLICATIONS, "mx.trayecto.application.submitted.v1", group.tenant, application, 1, """
                {"application": "%s", "participant": "%s", "cohort": "%s", "sourceSystem": "jalisco", "on": "2024-06-11"}""".formatted(
                                application, participant, group.cohort));
        return UUID.fromString(Eventually.get(
                        () -> Database.query(
                                "programs",
                                "SELECT enrollment_id FROM application_intake WHERE id = ? AND status = 'DECIDED'",
                                application),
                        found -> !found.isEmpty())
                .getFirst());
    }
}
