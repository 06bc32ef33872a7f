package mx.trayecto.programs.conflict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Two live enrolments in a programme, made before their women turned out to be one, wait for a person. */
@QuarkusTest
@TrayectoTest
class ConflictTest {
    private static final String CONFLICTS = "/v1/enrollments/conflicts";

    private Group group;
    private UUID kept;
    private UUID other;
    private UUID first;
    private UUID second;

    @BeforeEach
    void women() {
        group = new Group(10);
        kept = group.participant();
        other = group.participant();
        first = Group.made(group.enroll(kept));
        second = Group.made(group.enroll(other));
    }

    @Test
    void isListedAfterAMergeAndGoneAfterItsReversal() {
        group.read(CONFLICTS).then().statusCode(200).body("items", empty());
        group.told(other, 2, kept, false);
        group.read(CONFLICTS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].participant", equalTo(kept.toString()))
                .body("items[0].enrollments", contains(first.toString(), second.toString()));
        group.told(other, 3, null, false);
        group.read(CONFLICTS).then().body("items", empty());
    }

    @Test
    void isSettledByEndingOneOfTheTwo() {
        group.told(other, 2, kept, false);
        group.step(second, "withdrawal", "{\"on\": \"2024-06-20\", \"reason\": \"moved\"}")
                .then()
                .statusCode(200);
        group.read(CONFLICTS).then().body("items", empty());
        group.read("/v1/enrollments/" + first).then().body("status", equalTo("enrolled"));
    }

    @Test
    void followsALineOfMerges() {
        UUID third = group.participant();
        UUID last = Group.made(group.enroll(third));
        group.told(third, 2, other, false);
        group.told(other, 2, kept, false);
        group.read(CONFLICTS)
                .then()
                .body("items.enrollments", contains(List.of(first.toString(), second.toString(), last.toString())));
    }

    /** Whoever may open protected records has opened none by that: the list would tie her alias to a name. */
    @Test
    void isNeverShownOfAProtectedWoman() {
        String officer = Tokens.of("enrollments:read participants:read participants:identity arco:write", group.tenant);
        group.told(other, 2, kept, false);
        Caller.with(officer).get(CONFLICTS).then().body("items", hasSize(1));
        group.told(kept, 2, null, true); // from the first word on that one of the two is protected
        nobodyIsListed(officer);
        group.told(other, 3, kept, true);
        nobodyIsListed(officer);
        for (UUID enrollment : List.of(first, second)) {
            group.read("/v1/enrollments/" + enrollment).then().body("status", equalTo("enrolled"));
        }
        group.told(kept, 3, null, false);
        group.told(other, 4, kept, false);
        group.read(CONFLICTS).then().body("items", hasSize(1));
    }

    private void nobodyIsListed(String officer) {
        group.read(CONFLICTS).then().statusCode(200).body("items", empty()).body("nextCursor", nullValue());
        Caller.with(officer)
                .get(CONFLICTS + "?limit=1")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("nextCursor", nullValue());
    }

    /** Who opened her is told her records elsewhere, and finds by each what it is enrolled in. */
    @Test
    void isFoundOfAProtectedWomanByTheIdsOfHerRecords() {
        group.told(kept, 2, null, true);
        group.told(other, 2, kept, true);
        group.read("/v1/enrollments?participant=" + kept).then().body("items.id", contains(first.toString()));
        group.read("/v1/enrollments?participant=" + other).then().body("items.id", contains(second.toString()));
    }

    /** An enrolment that leaves its participant out would name her beside one that does not. */
    @Test
    void neverShowsAnEnrolmentThatNamesNobody() {
        UUID third = group.participant();
        UUID application = UUID.randomUUID();
        Broker.send(
                Group.APPLICATIONS, "mx.trayecto.application.submitted.v1", group.tenant, application, 1, """
                {"application": "%s", "participant": "%s", "cohort": "%s", "sourceSystem": "lapaz", "on": "2024-06-10",
                 "recordHidden": true}""".formatted(
                                application, third, group.cohort));
        List<String> all = Eventually.get(
                () -> group.read("/v1/enrollments?cohort=" + group.cohort)
                        .jsonPath()
                        .getList("items.id"),
                ids -> ids.size() == 3);
        group.read("/v1/enrollments/" + all.getLast())
                .then()
                .body("status", equalTo("enrolled"), "participant", nullValue());
        group.told(third, 2, kept, false);
        group.read(CONFLICTS).then().statusCode(200).body("items", empty());
        group.told(other, 2, kept, false);
        group.read(CONFLICTS).then().body("items.enrollments", contains(List.of(first.toString(), second.toString())));
    }

    /** Of a record served elsewhere nothing is told here, though it stands for two that are served here. */
    @Test
    void namesTheRecordThatStandsToThoseAloneWhoSeeIt() {
        UUID there = group.catalogue.center("CREA-2");
        UUID cohort = group.open(group.catalogue.cohort("G2", there, 10));
        UUID third = group.participant();
        UUID fourth = group.participant();
        List<String> both = List.of(
                Group.made(group.enroll(third, cohort, "2024-06-10")).toString(),
                Group.made(group.enroll(fourth, cohort, "2024-06-10")).toString());
        group.told(third, 2, kept, false);
        group.told(fourth, 2, kept, false);

        Caller.with(Tokens.of("enrollments:read", group.tenant, there))
                .get(CONFLICTS)
                .then()
                .statusCode(200)
                .body("items.enrollments", contains(both))
                .body("items[0].participant", nullValue());
        group.read(CONFLICTS).then().body("items[0].participant", equalTo(kept.toString()), "items", hasSize(1));
        group.told(third, 3, null, false);
        group.told(fourth, 3, third, false);
        Caller.with(Tokens.of("enrollments:read", group.tenant, there))
                .get(CONFLICTS)
                .then()
                .body("items.enrollments", contains(both))
                .body("items[0].participant", equalTo(third.toString()));
    }

    @Test
    void isNobodyElses() {
        group.told(other, 2, kept, false);
        Caller.with(Tokens.of("enrollments:read", UUID.randomUUID()))
                .get(CONFLICTS)
                .then()
                .body("items", empty());
        Caller.with(Tokens.of("enrollments:read", group.tenant, UUID.randomUUID()))
                .get(CONFLICTS)
                .then()
                .body("items", empty());
    }

    @Test
    void comesInPages() {
        group.told(other, 2, kept, false);
        UUID her = group.participant();
        UUID again = group.participant();
        Group.made(group.enroll(her));
        Group.made(group.enroll(again));
        group.told(again, 2, her, false);
        List<String> walked = new ArrayList<>();
        for (String next = CONFLICTS + "?limit=1"; next != null; ) {
            JsonPath page = group.read(next).jsonPath();
            walked.addAll(page.getList("items.participant"));
            String cursor = page.getString("nextCursor");
            next = cursor == null ? null : CONFLICTS + "?limit=1&cursor=" + cursor;
        }
        assertEquals(List.of(kept.toString(), her.toString()), walked);
    }

    /** As participants-service tells it. */
    @Test
    void understandsTheGoldenSnapshotOfAMergedRecord() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode golden = (ObjectNode) json.readTree(Files.readString(
                Path.of("..", "participants-service", "events", "mx.trayecto.participant.changed.v1-merged.json")));
        golden.put("participant", other.toString());
        golden.put("mergedInto", kept.toString());
        Broker.send(
                Group.PARTICIPANTS,
                "mx.trayecto.participant.changed.v1",
                group.tenant,
                other,
                2,
                json.writeValueAsString(golden));
        Eventually.get(
                () -> group.read(CONFLICTS).jsonPath().getList("items.participant"), List.of(kept.toString())::equals);
    }
}
