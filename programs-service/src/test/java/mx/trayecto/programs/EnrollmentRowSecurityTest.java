package mx.trayecto.programs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Enrolments and all that hangs on them stay within tenant, centre and portal by row policy alone. */
@QuarkusTest
@TrayectoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrollmentRowSecurityTest {
    private static final List<String> OF_A_WOMAN = List.of(
            "enrollment",
            "stay",
            "attendance",
            "completion",
            "survey_response",
            "follow_up",
            "delivery",
            "mentorship",
            "mentorship_session",
            "recognition",
            "graduation_exception",
            "credential");
    private static final List<String> OF_A_TENANT =
            List.of("known_participant", "cohort_seats", "application_intake", "session", "ceremony", "issuer_key");

    private Group group;
    private UUID woman;

    @BeforeEach
    void live() {
        if (group != null) {
            return;
        }
        group = filled();
        woman = UUID.fromString(
                group.read("/v1/enrollments?status=graduated").jsonPath().getString("items[0].id"));
        filled();
    }

    @Test
    void areFilledInThisTest() throws SQLException {
        for (String table : java.util.stream.Stream.concat(OF_A_WOMAN.stream(), OF_A_TENANT.stream())
                .toList()) {
            assertTrue(count(table, group.tenant, "", "") > 0, table);
        }
    }

    @Test
    void showATenantItsOwnRowsOnlyAndNothingWithoutOne() throws SQLException {
        for (String table : java.util.stream.Stream.concat(OF_A_WOMAN.stream(), OF_A_TENANT.stream())
                .toList()) {
            assertEquals(
                    List.of(group.tenant.toString()),
                    Database.queryAs(group.tenant, "programs", "SELECT DISTINCT tenant_id FROM " + table),
                    table);
            try (Connection runtime = Database.connect("programs", "runtime")) {
                assertEquals(List.of("0"), Database.query(runtime, "SELECT count(*) FROM " + table), table);
            }
        }
    }

    @Test
    void showAnotherCentreAndAnotherPortalNothingOfAWoman() throws SQLException {
        for (String table : OF_A_WOMAN) {
            assertTrue(count(table, group.tenant, group.catalogue.center.toString(), "") > 0, table);
            assertEquals(0, count(table, group.tenant, UUID.randomUUID().toString(), ""), table);
            assertTrue(count(table, group.tenant, "", "jalisco") > 0, table);
            assertEquals(0, count(table, group.tenant, "", "nayarit"), table);
        }
        assertEquals(0, count("session", group.tenant, UUID.randomUUID().toString(), ""));
        assertEquals(0, count("ceremony", group.tenant, UUID.randomUUID().toString(), ""));
        assertEquals(0, count("application_intake", group.tenant, "", "nayarit"));
    }

    @Test
    void refuseWhatWouldBeWrittenBeyond() throws SQLException {
        try (Connection runtime = Database.connect("programs", "runtime")) {
            settings(runtime, group.tenant, group.catalogue.center.toString(), "");
            UUID elsewhere = group.catalogue.center("CJM-9");
            assertThrows(
                    SQLException.class,
                    () -> Database.query(
                            runtime, "UPDATE enrollment SET center_id = ? WHERE id = ?", elsewhere, woman));
            settings(runtime, UUID.randomUUID(), "", "");
            Database.query(runtime, "UPDATE enrollment SET reason = 'TAKEN' WHERE id = ?", woman);
            assertThrows(SQLException.class, () -> Database.query(runtime, "DELETE FROM attendance"));
        }
        assertEquals(
                java.util.Collections.singletonList(null),
                Database.query("programs", "SELECT reason FROM enrollment WHERE id = ?", woman));
    }

    @Test
    void letTheWorkerSeeOffersAndApplicationsAndNoWoman() throws SQLException {
        try (Connection worker = Database.connect("programs", "worker")) {
            assertEquals(
                    List.of("0"), Database.query(worker, "SELECT count(*) FROM enrollment WHERE status <> 'OFFERED'"));
            for (String table : List.of("attendance", "follow_up", "survey_response")) {
                assertThrows(SQLException.class, () -> Database.query(worker, "SELECT count(*) FROM " + table));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/attendance", "/completions", "/follow-ups", "/deliveries", "/surveys", "/progress"})
    void answerACentreOrPortalThatIsNotHersAsIfThereWereNone(String path) {
        for (String token : List.of(
                Tokens.coordinator(group.tenant, UUID.randomUUID()),
                Tokens.portal(group.tenant, "nayarit"),
                Tokens.coordinator(UUID.randomUUID()))) {
            Response hidden = Caller.with(token).get("/v1/enrollments/" + woman + path);
            hidden.then().statusCode(404);
            assertEquals(alike(Caller.with(token).get("/v1/enrollments/" + UUID.randomUUID() + path)), alike(hidden));
        }
        Caller.with(Tokens.coordinator(group.tenant, group.catalogue.center))
                .get("/v1/enrollments/" + woman + path)
                .then()
                .statusCode(200);
        Caller.with(Tokens.portal(group.tenant, "jalisco"))
                .get("/v1/enrollments/" + woman + path)
                .then()
                .statusCode(200);
        Caller.with(Tokens.analyst(group.tenant))
                .get("/v1/enrollments/" + woman + path)
                .then()
                .statusCode(403);
    }

    @Test
    void letACentreEnrolInItsOwnCohortsOnly() {
        UUID elsewhere = group.catalogue.center("CJM-5");
        UUID there = group.open(group.catalogue.cohort("G5", elsewhere, 2));
        String limited = Tokens.coordinator(group.tenant, elsewhere);
        UUID participant = group.participant();
        String body = "{\"participant\": \"%s\", \"cohort\": \"%s\", \"on\": \"2024-06-10\"}";
        Caller.post(limited)
                .header("Trayecto-Min-Position", Group.position(participant))
                .body(body.formatted(participant, group.cohort))
                .post("/v1/enrollments")
                .then()
                .statusCode(422);
        UUID enrollment = Group.made(
                Caller.post(limited).body(body.formatted(participant, there)).post("/v1/enrollments"));
        Caller.post(limited)
                .body("{\"on\": \"2024-06-11\", \"cohort\": \"%s\"}".formatted(group.cohort))
                .post("/v1/enrollments/" + enrollment + "/transfer")
                .then()
                .statusCode(422);
        Caller.post(limited)
                .body("{\"on\": \"2024-06-11\", \"reason\": \"moved\"}")
                .post("/v1/enrollments/" + enrollment + "/withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void keepListsToTheirReaders() {
        String elsewhere = Tokens.coordinator(group.tenant, UUID.randomUUID());
        Caller.with(elsewhere).get("/v1/enrollments").then().body("items", hasSize(0));
        Caller.with(elsewhere).get("/v1/mentorships").then().body("items", hasSize(0));
        Caller.with(elsewhere)
                .get("/v1/cohorts/" + group.cohort + "/sessions")
                .then()
                .statusCode(404);
    }

    private static long count(String table, UUID tenant, String centers, String portal) throws SQLException {
        try (Connection runtime = Database.connect("programs", "runtime")) {
            settings(runtime, tenant, centers, portal);
            return Long.parseLong(
                    Database.query(runtime, "SELECT count(*) FROM " + table).getFirst());
        }
    }

    private static void settings(Connection runtime, UUID tenant, String centers, String portal) throws SQLException {
        Database.query(
                runtime,
                "SELECT set_config('app.tenant', ?, false), set_config('app.centers', ?, false),"
                        + " set_config('app.source_system', ?, false)",
                tenant.toString(),
                centers,
                portal);
    }

    private static String alike(Response answer) {
        return answer.statusCode() + answer.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }

    /** A tenant with one woman, applied for through a portal, who has done everything there is to do. */
    private static Group filled() {
        Group group = new Group(3);
        UUID participant = group.participant();
        UUID application = UUID.randomUUID();
        Broker.send(
                Group.APPLICATIONS, "mx.trayecto.application.submitted.v1", group.tenant, application, 1, """
                {"application": "%s", "participant": "%s", "cohort": "%s", "sourceSystem": "jalisco", "on": "2024-06-10"}""".formatted(
                                application, participant, group.cohort));
        UUID woman = UUID.fromString(Eventually.get(
                () -> group.read("/v1/enrollments?participant=" + participant)
                        .jsonPath()
                        .getString("items[0].id"),
                java.util.Objects::nonNull));
        group.roll(group.session("2024-06-12", "3"), Map.of(woman, true));
        group.act(
                "/v1/enrollments/" + woman + "/completions",
                "{\"module\": \"%s\", \"on\": \"2024-07-01\"}".formatted(group.module("M1")));
        group.act("/v1/enrollments/" + woman + "/follow-ups", "{\"kind\": \"call\", \"on\": \"2024-07-02\"}");
        group.act("/v1/enrollments/" + woman + "/deliveries", "{\"kind\": \"stipend\", \"on\": \"2024-07-02\"}");
        UUID instrument = group.catalogue.create("/v1/instruments", """
                {"code": "E", "version": 1, "kind": "entry", "questions": [{"code": "q", "type": "number", "text": {"es": "¿Cuántas?"}}]}""");
        group.act(
                "/v1/enrollments/" + woman + "/surveys",
                "{\"instrument\": \"%s\", \"on\": \"2024-06-11\", \"answers\": {\"q\": 1}}".formatted(instrument));
        UUID mentorship = group.catalogue.create(
                "/v1/mentorships", "{\"mentor\": \"%s\", \"startsOn\": \"2024-07-03\"}".formatted(woman));
        group.act("/v1/mentorships/" + mentorship + "/sessions", "{\"on\": \"2024-07-05\", \"hours\": 1}");
        group.act(
                "/v1/pathways/" + group.catalogue.pathway + "/criteria",
                "{\"validFrom\": \"2024-10-01\", \"requiredModules\": [\"M1\"]}");
        group.act(
                        "/v1/enrollments/" + woman + "/graduation-exceptions",
                        "{\"reason\": \"care\", \"waives\": [{\"requirement\": \"attendance\"}]}")
                .then()
                .statusCode(201);
        group.act("/v1/cohorts/" + group.cohort + "/graduation", "{\"on\": \"2024-10-11\"}")
                .then()
                .statusCode(200);
        group.act("/v1/cohorts/" + group.cohort + "/credentials", "{}").then().statusCode(200);
        group.act("/v1/cohorts/" + group.cohort + "/ceremony", "{\"on\": \"2024-10-17\"}")
                .then()
                .statusCode(200);
        return group;
    }
}
