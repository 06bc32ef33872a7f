package mx.trayecto.programs.eligibility;

import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.programs.Group;

/** Madres Estudiantes: a programme for mothers who study, and women who ask for it. */
abstract class MothersWhoStudy {
    static final String MOTHERS_WHO_STUDY = """
            {"conditions": [
              {"code": "mother", "expression": "mother", "reason": {"es": "no es madre", "en": "is not a mother"}},
              {"code": "student", "expression": "student", "reason": {"es": "no estudia", "en": "is not a student"}},
              {"code": "adult", "expression": "age >= 18", "reason": {"es": "es menor de edad", "en": "is under age"}}]}""";

    Group group;
    String rule;

    @BeforeEach
    void setUp() {
        group = new Group(5);
        rule = "/v1/programs/" + group.catalogue.program + "/eligibility";
    }

    void set(String conditions) {
        group.act(rule, conditions).then().statusCode(200);
    }

    /** A woman of whom this is known. */
    UUID known(String attributes) {
        UUID id = UUID.randomUUID();
        told(id, 1, attributes);
        return id;
    }

    void told(UUID id, long sequence, String attributes) {
        Broker.send(Group.PARTICIPANTS, "mx.trayecto.participant.changed.v1", group.tenant, id, sequence, """
                {"participant": "%s", "birthYear": 1999, "birthMonth": 4, "gender": "female", "state": "03", %s
                 "consents": {}, "protected": false, "mergedInto": null, "history": {}}""".formatted(
                        id, attributes));
    }

    ValidatableResponse verdict(UUID woman) {
        Eventually.get(
                () -> Database.query("programs", "SELECT 1 FROM known_participant WHERE id = ?", woman),
                found -> !found.isEmpty());
        return group.read(rule + "/verdicts/" + woman).then().statusCode(200);
    }

    void send(UUID woman, String more) {
        UUID application = UUID.randomUUID();
        Broker.send(
                Group.APPLICATIONS, "mx.trayecto.application.submitted.v1", group.tenant, application, 1, """
                {"application": "%s", "participant": "%s", "cohort": "%s", "sourceSystem": "lapaz", "on": "2024-06-10"%s}""".formatted(
                                application, woman, group.cohort, more));
    }

    Response applied(UUID woman) {
        send(woman, "");
        return Eventually.get(
                () -> group.read("/v1/enrollments?participant=" + woman),
                page -> !page.jsonPath().getList("items").isEmpty());
    }

    ValidatableResponse told(String token, UUID enrollment, String language) {
        return Caller.with(token)
                .header("Accept-Language", language)
                .get("/v1/enrollments/" + enrollment + "/verdict")
                .then();
    }
}
