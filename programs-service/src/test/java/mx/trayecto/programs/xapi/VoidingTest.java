package mx.trayecto.programs.xapi;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static mx.trayecto.programs.xapi.Lms.voiding;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A platform takes back what it had told (xAPI 1.0.3, part two, 2.3.2). */
@QuarkusTest
@TrayectoTest
class VoidingTest {
    private Group group;
    private Lms lms;
    private UUID woman;
    private UUID told;
    private UUID taking;

    @BeforeEach
    void begin() {
        group = new Group(10);
        lms = new Lms(group);
        woman = group.enrolled();
        told = UUID.randomUUID();
        taking = UUID.randomUUID();
    }

    private String completed() {
        return completed(told, "completed", "2024-06-20");
    }

    private String completed(UUID id, String verb, String on) {
        return Lms.statement(id, woman, verb, "edapp-1", on + "T18:00:00Z");
    }

    private ValidatableResponse is(UUID statement, String status, String reason) {
        String its = "items.find { it.id == '" + statement + "' }.";
        return lms.listed("?limit=200").body(its + "status", equalTo(status)).body(its + "reason", equalTo(reason));
    }

    private List<String> days() {
        return lms.days(woman);
    }

    @Test
    void takesBackWhatTheOtherHadRecorded() {
        lms.sent(completed());
        lms.listed("").body("items[0].completion", notNullValue());
        lms.sent(voiding(taking, told));
        assertEquals(List.of(), days());
        is(told, "voided", null).body("items.find { it.id == '" + told + "' }.voidedBy", equalTo(taking.toString()));
        is(taking, "applied", null)
                .body("items.find { it.id == '" + taking + "' }.voids", equalTo(told.toString()))
                .body("items.find { it.id == '" + taking + "' }.completion", nullValue());
        group.read("/v1/enrollments/" + woman + "/completions?status=revoked")
                .then()
                .body("items.revocation.reason", contains("taken-back"));
        Told event = Told.of(Group.ENROLLMENTS, woman, 5).getLast();
        assertEquals("completion-revoked", event.type());
        assertEquals("taken-back", event.data().get("reason").asText());

        lms.sent(completed(), voiding(taking, told)); // both once more: known
        lms.sent(voiding(UUID.randomUUID(), told)); // taken back already
        lms.retried().body("applied", equalTo(0)).body("parked", equalTo(0));
        assertEquals(List.of(), days());
        lms.sent(completed(UUID.randomUUID(), "completed", "2024-06-22"));
        assertEquals(List.of("2024-06-22"), days());
        assertEquals(7, Told.types(woman, 7).size());
    }

    @Test
    void whateverElseThePlatformSaysOfTheCourseHolds() {
        UUID passed = UUID.randomUUID();
        UUID again = UUID.randomUUID();
        lms.sent(
                completed(),
                completed(again, "completed", "2024-06-27"),
                completed(passed, "passed", "2024-06-25"),
                Lms.statement(UUID.randomUUID(), woman, "experienced", "edapp-1", "2024-06-21T18:00:00Z"));
        assertEquals(List.of("2024-06-20"), days());
        lms.sent(voiding(taking, told));
        assertEquals(List.of("2024-06-25"), days());
        lms.sent(voiding(UUID.randomUUID(), again)); // it had recorded nothing
        assertEquals(List.of("2024-06-25"), days());
        lms.sent(voiding(UUID.randomUUID(), passed));
        assertEquals(List.of(), days());
    }

    /** Two courses are one module; of another module a person has decided. */
    @Test
    void whateverElseThePlatformSaysOfTheModuleHolds() {
        for (String course : List.of("edapp-9 M1", "edapp-2 M2")) {
            group.catalogue.create(
                    "/v1/external-courses",
                    "{\"course\": \"%s\", \"program\": \"%s\", \"module\": \"%s\"}"
                            .formatted(course.split(" ")[0], group.catalogue.program, course.split(" ")[1]));
        }
        UUID byHand = group.catalogue.create(
                "/v1/enrollments/" + woman + "/completions",
                "{\"module\": \"%s\", \"on\": \"2024-06-18\"}".formatted(group.module("M2")));
        lms.sent(
                completed(),
                Lms.statement(UUID.randomUUID(), woman, "passed", "edapp-9", "2024-06-25T18:00:00Z"),
                Lms.statement(UUID.randomUUID(), woman, "passed", "edapp-2", "2024-06-25T18:00:00Z"));
        group.act("/v1/completions/" + byHand + "/revocation", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
        assertEquals(List.of("2024-06-20"), days());
        lms.sent(voiding(taking, told));
        assertEquals(List.of("2024-06-25"), days());
    }

    @Test
    void mayComeBeforeWhatItTakesBack() {
        lms.sent(voiding(taking, told));
        is(taking, "parked", "unknown-statement");
        lms.retried().body("applied", equalTo(0)).body("parked", equalTo(1));
        lms.sent(completed());
        is(told, "voided", null);
        is(taking, "applied", null);
        assertEquals(List.of(), days());
        UUID other = UUID.randomUUID();
        lms.sent(voiding(UUID.randomUUID(), other), completed(other, "passed", "2024-06-20")); // the latest first
        assertEquals(List.of(), days());
        lms.listed("?status=parked").body("items", hasSize(0));
    }

    @Test
    void takesBackWhatWaitsOrWasGivenUpOrChangedNothing() {
        UUID dismissed = UUID.randomUUID();
        UUID ignored = UUID.randomUUID();
        lms.sent(
                Lms.statement(told, woman, "completed", "edapp-9", "2024-06-20T18:00:00Z"),
                Lms.statement(dismissed, woman, "completed", "edapp-9", "2024-06-20T18:00:00Z"),
                Lms.statement(ignored, woman, "experienced", "edapp-1", "2024-06-20T18:00:00Z"));
        group.act(Lms.PATH + "/" + dismissed + "/dismissal", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
        lms.sent(voiding(taking, told), voiding(UUID.randomUUID(), dismissed), voiding(UUID.randomUUID(), ignored));
        is(told, "voided", null);
        is(dismissed, "dismissed", "unknown-course");
        is(ignored, "voided", null);
        lms.listed("?status=applied").body("items", hasSize(3));
        group.catalogue.create(
                "/v1/external-courses",
                "{\"course\": \"edapp-9\", \"program\": \"%s\", \"module\": \"M2\"}"
                        .formatted(group.catalogue.program));
        lms.retried().body("applied", equalTo(0)).body("parked", equalTo(0));
        assertEquals(List.of(), days());
    }

    @Test
    void isNotTakenBackItself() {
        UUID back = UUID.randomUUID();
        UUID itself = UUID.randomUUID();
        lms.sent(completed(), voiding(taking, told));
        lms.sent(voiding(back, taking), voiding(itself, itself));
        is(back, "parked", "voids-voiding");
        is(itself, "parked", "voids-voiding");
        is(taking, "applied", null);
        assertEquals(List.of(), days());
        lms.retried().body("applied", equalTo(0)).body("parked", equalTo(0));
        group.act(Lms.PATH + "/" + back + "/dismissal", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void isOfThePlatformThatToldTheOther() {
        String another =
                Tokens.sign(Tokens.claims(group.tenant, "attendance:write").claim("azp", "moodle"));
        UUID early = UUID.randomUUID();
        UUID awaited = UUID.randomUUID();
        lms.sent(completed());
        lms.send(another, voiding(taking, told)).statusCode(200);
        is(taking, "parked", "other-source");
        is(told, "applied", null);
        lms.send(another, voiding(awaited, early)).statusCode(200);
        lms.sent(Lms.statement(early, woman, "completed", "edapp-1", "2024-06-21T18:00:00Z"));
        is(early, "applied", null);
        is(awaited, "parked", "unknown-statement");
        lms.retried().body("applied", equalTo(0)).body("parked", equalTo(1));
        is(awaited, "parked", "other-source");
        lms.retried().body("parked", equalTo(0));
        assertEquals(List.of("2024-06-20"), days());
        lms.sent(voiding(UUID.randomUUID(), told), voiding(UUID.randomUUID(), early));
        assertEquals(List.of(), days());
    }

    @Test
    void waitsAsLongAsSheIsGraduatedOnIt() {
        lms.sent(completed());
        group.act(
                "/v1/pathways/" + group.catalogue.pathway + "/criteria",
                "{\"validFrom\": \"2024-10-01\", \"requiredModules\": [\"M1\"]}");
        group.act("/v1/cohorts/" + group.cohort + "/graduation", "{\"on\": \"2024-10-11\"}")
                .then()
                .body("graduated", contains(woman.toString()));
        lms.sent(voiding(taking, told));
        is(taking, "parked", "graduated")
                .body("items.find { it.id == '" + taking + "' }.enrollment", equalTo(woman.toString()));
        is(told, "applied", null);
        lms.retried().body("applied", equalTo(0)).body("parked", equalTo(1));
        assertEquals(List.of("2024-06-20"), days());
        group.step(woman, "graduation-revocation", "{\"on\": \"2024-10-12\", \"reason\": \"criteria-not-met\"}")
                .then()
                .statusCode(200);
        lms.retried().body("applied", equalTo(1)).body("parked", equalTo(0));
        is(told, "voided", null);
        assertEquals(List.of(), days());
    }

    @Test
    void changesNothingWhereAPersonHasRevokedIt() {
        lms.sent(completed(), completed(UUID.randomUUID(), "passed", "2024-06-25"));
        String completion = lms.listed("").extract().path("items.completion.find { it != null }");
        group.act("/v1/completions/" + completion + "/revocation", "{\"reason\": \"wrong-person\"}")
                .then()
                .statusCode(200);
        lms.sent(voiding(taking, told));
        is(told, "voided", null);
        is(taking, "applied", null);
        assertEquals(List.of(), days());
        UUID anew = group.catalogue.create(
                "/v1/enrollments/" + woman + "/completions",
                "{\"module\": \"%s\", \"on\": \"2024-06-28\"}".formatted(group.module("M1")));
        lms.sent(voiding(UUID.randomUUID(), told));
        group.read("/v1/enrollments/" + woman + "/completions").then().body("items.id", contains(anew.toString()));
    }

    /** Whichever of the two is taken in first: neither is placed without the other. */
    @Test
    void meetsTheOtherWhereBothComeAtTheSameTime() throws Exception {
        for (int round = 0; round < 10; round++) {
            UUID one = UUID.randomUUID();
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Integer> completes = both.submit(() -> lms.send(completed(one, "completed", "2024-06-20"))
                        .extract()
                        .statusCode());
                Future<Integer> voids = both.submit(() ->
                        lms.send(voiding(UUID.randomUUID(), one)).extract().statusCode());
                assertEquals(200, completes.get());
                assertEquals(200, voids.get());
            }
            assertEquals(List.of(), days());
        }
        lms.listed("?limit=200&status=voided").body("items", hasSize(10));
        lms.listed("?limit=200&status=parked").body("items", hasSize(0));
    }

    /** What finds the module completed before it is taken back, and is not committed before, is seen all the same. */
    @Test
    void missesNothingThatIsPlacedAtTheSameTime() throws Exception {
        lms.sent(completed());
        try (Connection holding = Database.connect("programs", "owner");
                var both = Executors.newVirtualThreadPerTaskExecutor()) {
            holding.setAutoCommit(false);
            Database.query(holding, "SELECT id FROM enrollment WHERE id = ? FOR UPDATE", woman);
            Future<?> other = both.submit(() -> lms.sent(completed(UUID.randomUUID(), "passed", "2024-06-25")));
            waiting(1);
            Future<?> voids = both.submit(() -> lms.sent(voiding(taking, told)));
            waiting(2);
            holding.commit();
            other.get();
            voids.get();
        }
        assertEquals(List.of("2024-06-25"), days());
    }

    private static void waiting(int many) {
        Eventually.get(
                () -> Database.query(
                        "programs",
                        "SELECT count(DISTINCT pid) FROM pg_locks"
                                + " WHERE NOT granted AND locktype IN ('transactionid', 'tuple')"),
                List.of(Integer.toString(many))::equals);
    }

    @Test
    void andWhatItMeetsIsTakenBackOnlyOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            UUID one = UUID.randomUUID();
            UUID other = UUID.randomUUID();
            lms.sent(completed(one, "completed", "2024-06-20"), completed(other, "passed", "2024-06-25"));
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> first = both.submit(() -> lms.sent(voiding(UUID.randomUUID(), one)));
                Future<?> second = both.submit(() -> lms.sent(voiding(UUID.randomUUID(), other)));
                first.get();
                second.get();
            }
            assertEquals(List.of(), days());
        }
        lms.listed("?limit=200&status=voided").body("items", hasSize(20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'objectType': 'Activity', 'id': 'edapp-1' | /object/objectType | statement-ref",
                "'id': '4b0cc4a0-5d5b-4a6f-9e7d-0f6f0a9b5f11' | /object/objectType | statement-ref",
                "'objectType': 'StatementRef', 'id': 'edapp-1' | /object/id | type",
                "'objectType': 'StatementRef' | /object/id | type"
            })
    void isRefusedWhereItNamesNoStatement(String object, String pointer, String code) throws Exception {
        lms.send(voiding(taking, told)
                        .replaceFirst("\"object\": \\{.*?\\}", "\"object\": {" + object.replace('\'', '"') + "}"))
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
        assertEquals(
                List.of("0"),
                Database.query("programs", "SELECT count(*) FROM xapi_statement WHERE tenant_id = ?", group.tenant));
    }
}
