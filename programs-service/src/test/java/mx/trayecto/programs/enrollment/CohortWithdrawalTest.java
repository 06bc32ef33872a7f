package mx.trayecto.programs.enrollment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A cohort that is not held, or has ended, and everybody who is left in it. */
@QuarkusTest
@TrayectoTest
class CohortWithdrawalTest {
    private static final String CANCELLED = "{\"on\": \"2024-08-01\", \"reason\": \"cohort-cancelled\"}";

    private static Response withdraw(Group group, String query, String body) {
        return group.act("/v1/cohorts/" + group.cohort + "/withdrawal" + query, body);
    }

    @Test
    void withdrawsWhoeverIsUnderWayAndNobodyElse() throws Exception {
        Group group = new Group(4);
        UUID graduate = group.enrolled();
        group.act(
                "/v1/pathways/" + group.catalogue.pathway + "/criteria",
                "{\"validFrom\": \"2024-07-01\", \"requiredModules\": [\"M1\"]}");
        group.catalogue.create(
                "/v1/enrollments/" + graduate + "/completions",
                "{\"module\": \"%s\", \"on\": \"2024-06-20\"}".formatted(group.module("M1")));
        group.act("/v1/cohorts/" + group.cohort + "/graduation", "{\"on\": \"2024-07-02\"}");
        UUID away = group.enrolled();
        group.step(away, "deferral", "{\"on\": \"2024-06-12\", \"until\": \"2024-09-01\"}");
        UUID active = group.enrolled();
        group.roll(group.session("2024-06-12", "3"), Map.of(active, true));
        UUID enrolled = group.enrolled();
        UUID left = group.enrolled();
        group.step(left, "withdrawal", "{\"on\": \"2024-06-13\", \"reason\": \"moved\"}");
        UUID late = group.enrolled(); // in the seat that became free
        group.step(late, "activation", "{\"on\": \"2024-08-20\"}");
        UUID waits = group.enrolled();
        assertEquals("waitlisted", group.status(waits));
        List<UUID> underWay = List.of(away, active, enrolled, late);
        String[] ids = underWay.stream().map(UUID::toString).toArray(String[]::new);

        withdraw(group, "?dryRun=true", CANCELLED)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("id", nullValue())
                .body("withdrawn", containsInAnyOrder(ids))
                .body("rejected", contains(waits.toString()));
        assertEquals("active", group.status(active));
        withdraw(group, "", CANCELLED)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("id", notNullValue())
                .body("cohort", equalTo(group.cohort.toString()))
                .body("on", equalTo("2024-08-01"))
                .body("withdrawn", containsInAnyOrder(ids))
                .body("rejected", contains(waits.toString()));
        group.read("/v1/enrollments/" + waits)
                .then()
                .body("status", equalTo("rejected"))
                .body("reason", equalTo("cohort-closed"))
                .body("endedOn", equalTo("2024-08-01"));
        for (UUID woman : underWay) {
            group.read("/v1/enrollments/" + woman)
                    .then()
                    .body("status", equalTo("withdrawn"))
                    .body("reason", equalTo("cohort-cancelled"))
                    .body("endedOn", equalTo(woman == late ? "2024-08-20" : "2024-08-01"));
            Told told = Told.of(Group.ENROLLMENTS, woman, woman == active || woman == away || woman == late ? 4 : 3)
                    .getLast();
            assertEquals("withdrawn", told.type());
            assertEquals("cohort-cancelled", told.data().get("reason").asText());
        }
        assertEquals("graduated", group.status(graduate));
        group.read("/v1/enrollments/" + left).then().body("reason", equalTo("moved"));
        group.read("/v1/enrollments/" + active + "/stays").then().body("items[0].until", equalTo("2024-08-02"));
        assertEquals(
                List.of("1"),
                Database.query("programs", "SELECT taken FROM cohort_seats WHERE cohort_id = ?", group.cohort),
                "the graduate's");
        Caller.with(Tokens.auditor(group.tenant))
                .get("/v1/audit/programs?resource=" + waits)
                .then()
                .body("items.findAll { it.action == 'withdrawCohort' }.details.reason", contains("cohort-closed"));
        Caller.with(Tokens.auditor(group.tenant))
                .get("/v1/audit/programs?resource=" + group.cohort)
                .then()
                .body("items.findAll { it.action == 'withdrawCohort' }.details.reason", contains("cohort-cancelled"));

        withdraw(group, "", CANCELLED).then().statusCode(200).body("withdrawn", hasSize(0));
        UUID again = Group.made(group.enroll(
                UUID.fromString(group.read("/v1/enrollments/" + active).path("participant")),
                group.cohort,
                "2024-08-21"));
        assertEquals("enrolled", group.status(again));
    }

    /** However many they are, what is written of them is written together. */
    @Test
    void isOneCommitWithAnEventOfEach() throws Exception {
        Group group = new Group(150);
        List<UUID> women = new ArrayList<>(group.enrolled(160)); // ten of them wait
        withdraw(group, "", CANCELLED)
                .then()
                .statusCode(200)
                .body("withdrawn", hasSize(150))
                .body("rejected", hasSize(10));
        assertEquals(
                List.of("1 160"),
                Database.query(
                        "programs",
                        "SELECT count(DISTINCT xmin::text) || ' ' || count(*) FROM enrollment"
                                + " WHERE cohort_id = ? AND status IN ('WITHDRAWN', 'REJECTED')",
                        group.cohort));
        assertEquals(
                List.of("160 160"),
                Database.query(
                        "programs",
                        "SELECT count(*) || ' ' || count(DISTINCT aggregate_id) FROM outbox"
                                + " WHERE tenant_id = ? AND type IN"
                                + " ('mx.trayecto.enrollment.withdrawn.v1', 'mx.trayecto.enrollment.rejected.v1')",
                        group.tenant));
        assertEquals(
                List.of("0"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM stay WHERE cohort_id = ? AND until_on IS NULL",
                        group.cohort));
        assertEquals("withdrawn", group.status(women.getFirst()));
        assertEquals("rejected", group.status(women.getLast()));
    }

    /** The answer got lost: the same request is told the same, whoever has come and gone since. */
    @Test
    void tellsThatWhichItDidWhereTheRequestIsRepeated() {
        Group group = new Group(1);
        UUID left = group.enrolled();
        group.step(left, "withdrawal", CANCELLED);
        UUID taking = group.enrolled();
        UUID waits = group.enrolled();
        String path = "/v1/cohorts/" + group.cohort + "/withdrawal";
        String key = UUID.randomUUID().toString();
        Response first = Caller.post(group.token, key).body(CANCELLED).post(path);
        first.then().statusCode(200).body("withdrawn", contains(taking.toString()));
        UUID later = group.enrolled();
        withdraw(group, "", CANCELLED).then().body("withdrawn", contains(later.toString()));
        Response again = Caller.post(group.token, key).body(CANCELLED).post(path);
        again.then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("dryRun", equalTo(false))
                .body("rejected", contains(waits.toString()));
        assertEquals(first.asString(), again.asString());
    }

    @Test
    void turnsDownWhoWasOfferedASeat() throws Exception {
        Group group = new Group(1);
        UUID offering = group.offering(1, 30);
        UUID offered = group.enrolled(offering);
        UUID waits = group.enrolled(offering);
        assertEquals("offered", group.status(offered));
        group.act("/v1/cohorts/" + offering + "/withdrawal", "{\"reason\": \"cohort-cancelled\"}")
                .then()
                .statusCode(200)
                .body("withdrawn", hasSize(0))
                .body("rejected", containsInAnyOrder(offered.toString(), waits.toString()));
        assertEquals("rejected", group.status(offered));
        assertEquals(
                List.of("0"),
                Database.query("programs", "SELECT taken FROM cohort_seats WHERE cohort_id = ?", offering));
        assertEquals("rejected", Told.types(waits, 3).getLast());
    }

    @Test
    void endsWhoeverIsLeftOnceTheCohortIsClosed() {
        Group group = new Group(2);
        UUID left = group.enrolled();
        group.act("/v1/cohorts/" + group.cohort + "/start", "{}");
        group.act("/v1/cohorts/" + group.cohort + "/closing", "{}").then().statusCode(200);
        withdraw(group, "", "{\"reason\": \"not-completed\"}")
                .then()
                .statusCode(200)
                .body("withdrawn", hasSize(1));
        group.read("/v1/enrollments/" + left).then().body("reason", equalTo("not-completed"));
    }

    @Test
    void asksForAReasonADayAndWhoMay() {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        withdraw(group, "", "{}").then().statusCode(422).body("errors.pointer", equalTo(List.of("/reason")));
        withdraw(group, "", "{\"reason\": \"porque sí\"}").then().statusCode(422);
        withdraw(group, "", CANCELLED.replace("2024", "2099"))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/on")));
        withdraw(group, "?dryRun=yes", CANCELLED).then().statusCode(422);
        String path = "/v1/cohorts/" + group.cohort + "/withdrawal";
        Caller.post(Tokens.facilitator(group.tenant))
                .body(CANCELLED)
                .post(path)
                .then()
                .statusCode(403);
        String portal =
                Tokens.sign(Tokens.claims(group.tenant, "enrollments:write").claim("source_system", "jalisco"));
        for (String query : List.of("", "?dryRun=true")) {
            Caller.post(portal).body(CANCELLED).post(path + query).then().statusCode(403);
            Caller.post(Tokens.coordinator(UUID.randomUUID()))
                    .body(CANCELLED)
                    .post(path + query)
                    .then()
                    .statusCode(404);
        }
        assertEquals("enrolled", group.status(woman));
    }
}
