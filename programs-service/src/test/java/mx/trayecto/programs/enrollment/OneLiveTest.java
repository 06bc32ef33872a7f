package mx.trayecto.programs.enrollment;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@TrayectoTest
class OneLiveTest {
    @Test
    void keepsAWomanToOneLiveEnrollmentInAProgram() {
        Group group = new Group(2);
        UUID woman = group.participant();
        UUID other = group.open(group.catalogue.cohort("G2", 2));
        UUID enrollment = Group.made(group.enroll(woman));
        group.enroll(woman)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-enrolled"))
                .header("Location", endsWith("/v1/enrollments/" + enrollment));
        group.enroll(woman, other, "2024-06-10")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-enrolled"))
                .header("Location", endsWith("/v1/enrollments/" + enrollment));

        group.step(enrollment, "withdrawal", "{\"on\": \"2024-06-11\", \"reason\": \"other\"}");
        group.enroll(woman, other, "2024-06-11").then().statusCode(201);
    }

    @Test
    void namesTheLiveEnrollmentOnlyToWhoeverMayReadIt() {
        Group group = new Group(2);
        UUID woman = group.participant();
        UUID enrollment = Group.made(group.enroll(woman));
        UUID center = group.catalogue.center("OTRO");
        UUID elsewhere = group.open(group.catalogue.cohort("G2", center, 2));
        String body = "{\"participant\": \"%s\", \"cohort\": \"%s\", \"on\": \"2024-06-10\"}";
        for (Response refused : List.of(
                Caller.post(Tokens.of("enrollments:write", group.tenant))
                        .body(body.formatted(woman, group.cohort))
                        .post("/v1/enrollments"),
                Caller.post(Tokens.coordinator(group.tenant, center))
                        .body(body.formatted(woman, elsewhere))
                        .post("/v1/enrollments"))) {
            refused.then()
                    .statusCode(409)
                    .body("code", equalTo("already-enrolled"))
                    .header("Location", nullValue())
                    .body(not(containsString(enrollment.toString())));
        }
    }

    @Test
    void countsAMergedRecordAsTheSameWoman() {
        Group group = new Group(3);
        UUID kept = group.participant();
        UUID merged = group.participant();
        Group.made(group.enroll(merged));
        Group.snapshot(group.tenant, merged, 2, "\"" + kept + "\"");
        Caller.post(group.token)
                .header("Trayecto-Min-Position", "trayecto.participants.v1/" + merged + "/1.2")
                .body("""
                        {"participant": "%s", "cohort": "%s", "on": "2024-06-10"}""".formatted(merged, group.cohort))
                .post("/v1/enrollments")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("merged"));
        group.enroll(kept).then().statusCode(409).body("code", equalTo("already-enrolled"));
    }

    /** By no answer can anybody tell which records are of one protected woman. */
    @Test
    void takesEachRecordOfAProtectedWomanAsOneByItself() {
        Group group = new Group(5);
        UUID kept = group.participant();
        UUID merged = group.participant();
        UUID first = Group.made(group.enroll(merged));
        group.told(kept, 2, null, true);
        group.told(merged, 2, kept, true);
        UUID second = Group.made(group.enroll(kept));
        group.step(second, "withdrawal", "{\"on\": \"2024-06-11\", \"reason\": \"other\"}");
        group.enroll(merged).then().statusCode(409).header("Location", endsWith("/v1/enrollments/" + first));
        group.step(first, "withdrawal", "{\"on\": \"2024-06-11\", \"reason\": \"other\"}");
        UUID again = Group.made(group.enroll(merged));
        group.read("/v1/enrollments/" + again).then().body("participant", equalTo(merged.toString()));
    }
}
