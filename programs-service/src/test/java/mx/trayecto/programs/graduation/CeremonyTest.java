package mx.trayecto.programs.graduation;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class CeremonyTest {

    @Test
    void recognisesGraduatesOnceAtACeremonyOfItsOwnDay() {
        Group group = new Group(4);
        Walk walk = new Walk(group);
        String ceremony = "/v1/cohorts/" + group.cohort + "/ceremony";
        group.enrolled();
        group.act(ceremony, "{\"on\": \"2024-10-17\"}").then().statusCode(409).body("code", equalTo("no-graduates"));
        UUID one = walk.graduate();
        UUID two = walk.graduate();
        String body = "{\"on\": \"2024-10-17\", \"title\": {\"es\": \"Ceremonia de octubre\"}%s}";
        Response first = group.act(ceremony, body.formatted(", \"enrollments\": [\"%s\"]".formatted(one)));
        first.then().statusCode(200).body("recognised", contains(one.toString()));
        group.act(ceremony, body.formatted(""))
                .then()
                .statusCode(200)
                .body("id", equalTo(first.jsonPath().getString("id")))
                .body("recognised", contains(two.toString()))
                .body("unchanged", contains(one.toString()));
        Told told = Told.of(Group.ENROLLMENTS, one, 9).getLast();
        assertEquals("recognised", told.type());
        assertEquals("2024-10-17", told.data().get("on").asText());
        assertEquals(
                first.jsonPath().getString("id"), told.data().get("ceremony").asText());
        assertEquals(9, Told.of(Group.ENROLLMENTS, one, 9).size());
        group.act(ceremony, body.formatted(", \"enrollments\": [\"%s\"]".formatted(UUID.randomUUID())))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/enrollments/0"));
    }

    @Test
    void isReadWhereItsLocationSaysWithAllWhomItRecognises() {
        Group group = new Group(4);
        Walk walk = new Walk(group);
        String one = walk.graduate().toString();
        String two = walk.graduate().toString();
        String body = "{\"on\": \"2024-10-17\", \"title\": {\"es\": \"Ceremonia de octubre\"}%s}";
        String cohort = "/v1/cohorts/" + group.cohort;
        group.read(cohort + "/ceremonies").then().statusCode(200).body("items", hasSize(0));
        Response held = group.act(cohort + "/ceremony", body.formatted(", \"enrollments\": [\"%s\"]".formatted(one)));
        String id = held.jsonPath().getString("id");
        held.then().header("Location", equalTo(cohort + "/ceremonies/" + id));
        Response read = group.read(held.header("Location"));
        read.then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("cohort", equalTo(group.cohort.toString()))
                .body("on", equalTo("2024-10-17"))
                .body("title.es", equalTo("Ceremonia de octubre"))
                .body("recognised", contains(one))
                .body("unchanged", nullValue());
        group.act(cohort + "/ceremony", body.formatted("")).then().header("Location", equalTo(held.header("Location")));
        Caller.with(group.token)
                .header("If-None-Match", read.header("ETag"))
                .get(held.header("Location"))
                .then()
                .statusCode(200) // more are recognised at it by now
                .header("ETag", not(equalTo(read.header("ETag"))))
                .body("recognised", containsInAnyOrder(one, two));
    }

    @Test
    void areListedPageByPageForTheirCohortAlone() {
        Group group = new Group(4);
        Walk walk = new Walk(group);
        String graduate = walk.graduate().toString();
        String cohort = "/v1/cohorts/" + group.cohort;
        for (String day : List.of("2024-10-17", "2024-10-18", "2024-10-19")) {
            group.act(cohort + "/ceremony", "{\"on\": \"" + day + "\", \"title\": {\"es\": \"Ceremonia\"}}")
                    .then()
                    .statusCode(200);
        }
        Response first = group.read(cohort + "/ceremonies?limit=2");
        first.then()
                .body("items.on", contains("2024-10-17", "2024-10-18"))
                .body("items[0].recognised", contains(graduate));
        String cursor = first.jsonPath().getString("nextCursor");
        group.read(cohort + "/ceremonies?limit=2&cursor=" + cursor)
                .then()
                .body("items.on", contains("2024-10-19"))
                .body("nextCursor", nullValue());
        String other = "/v1/cohorts/" + group.open(group.catalogue.cohort("G2", 1)) + "/ceremonies";
        String id = first.jsonPath().getString("items[0].id");
        group.read(other).then().statusCode(200).body("items", hasSize(0));
        group.read(other + "/" + id).then().statusCode(404);
        String stranger = Tokens.coordinator(UUID.randomUUID());
        Caller.with(stranger).get(cohort + "/ceremonies").then().statusCode(404);
        Caller.with(stranger).get(cohort + "/ceremonies/" + id).then().statusCode(404);
    }
}
