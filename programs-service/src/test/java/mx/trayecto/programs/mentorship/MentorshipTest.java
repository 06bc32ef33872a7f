package mx.trayecto.programs.mentorship;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class MentorshipTest {
    @Test
    void countsAMentorFromTheDaySheBecomesOneAndHerHoursAsTheyCome() {
        Group group = new Group(5);
        UUID mentor = group.enrolled();
        UUID one = group.enrolled();
        UUID two = group.enrolled();
        UUID mentorship = group.catalogue.create("/v1/mentorships", """
                {"mentor": "%s", "startsOn": "2024-07-01", "mentees": ["%s", "%s"]}""".formatted(mentor, one, two));
        Told formed = Told.of(Group.ENROLLMENTS, mentor, 3).getLast();
        assertEquals("mentored", formed.type());
        assertEquals("mentor", formed.data().get("role").asText());
        assertEquals("0", formed.data().get("hours").asText());
        assertEquals(
                "mentee",
                Told.of(Group.ENROLLMENTS, one, 3).getLast().data().get("role").asText());

        group.act(
                        "/v1/mentorships/" + mentorship + "/sessions",
                        "{\"on\": \"2024-07-05\", \"hours\": 1.50, \"mentees\": [\"%s\"]}".formatted(two))
                .then()
                .statusCode(201)
                .body("hours", equalTo(1.5f))
                .body("mentees", contains(two.toString()));
        assertEquals(
                "1.5",
                Told.of(Group.ENROLLMENTS, mentor, 4)
                        .getLast()
                        .data()
                        .get("hours")
                        .asText());
        assertEquals(
                "1.5",
                Told.of(Group.ENROLLMENTS, two, 4).getLast().data().get("hours").asText());
        assertEquals(3, Told.of(Group.ENROLLMENTS, one, 3).size());
        group.read("/v1/mentorships?mentor=" + mentor).then().body("items.id", contains(mentorship.toString()));
        group.read("/v1/mentorships/" + mentorship + "/sessions").then().body("items", hasSize(1));
    }

    @Test
    void accompaniesMoreWomenLaterAndNeverFewer() {
        Group group = new Group(5);
        UUID mentor = group.enrolled();
        UUID one = group.enrolled();
        UUID two = group.enrolled();
        UUID mentorship = group.catalogue.create(
                "/v1/mentorships",
                "{\"mentor\": \"%s\", \"startsOn\": \"2024-07-01\", \"mentees\": [\"%s\"]}".formatted(mentor, one));
        String path = "/v1/mentorships/" + mentorship;
        Caller.patch(group.token, "\"v0\"")
                .body("{\"mentees\": [\"%s\", \"%s\"], \"endsOn\": \"2024-09-30\"}".formatted(one, two))
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("mentees", contains(one.toString(), two.toString()));
        assertEquals("mentored", Told.of(Group.ENROLLMENTS, two, 3).getLast().type());
        Caller.patch(group.token, "\"v1\"")
                .body("{\"mentees\": []}")
                .patch(path)
                .then()
                .statusCode(422);
        group.act(path + "/sessions", "{\"on\": \"2024-10-01\", \"hours\": 1}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
    }

    @Test
    void isFormedOfWomenWhoTakePart() {
        Group group = new Group(1);
        UUID mentor = group.enrolled();
        UUID waiting = group.enrolled();
        String body = "{\"mentor\": \"%s\", \"startsOn\": \"2024-07-01\", \"mentees\": [\"%s\"]}";
        group.act("/v1/mentorships", body.formatted(mentor, mentor))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/mentees/0"));
        group.act("/v1/mentorships", body.formatted(mentor, waiting))
                .then()
                .statusCode(422)
                .body("errors.code", contains("not-taking-part"));
        group.act("/v1/mentorships", body.formatted(waiting, mentor))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/mentor"));
        group.act("/v1/mentorships", body.formatted(UUID.randomUUID(), mentor))
                .then()
                .statusCode(422);
        assertEquals(List.of("applied", "enrolled"), Told.types(mentor, 2));
    }
}
