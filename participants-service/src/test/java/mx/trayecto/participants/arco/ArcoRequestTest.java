package mx.trayecto.participants.arco;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.MovableClock;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What is due when, by the law's working days, and what may be done until then. */
@QuarkusTest
@TrayectoTest
class ArcoRequestTest {
    private static final Map<String, Object> NOTE = Map.of("note", "Falta acreditar la representación.");

    private final UUID tenant = UUID.randomUUID();
    private final String officer = Tokens.protectionOfficer(tenant);
    private String woman;

    @Inject
    ArcoWatch watch;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void register() {
        woman = People.registered(Tokens.coordinator(tenant), People.woman());
        MovableClock.set("2025-03-24");
    }

    @AfterEach
    void release() {
        MovableClock.release();
    }

    private String filed() {
        return Arco.filed(officer, woman, "access");
    }

    @Test
    void isAnsweredInTwentyWorkingDaysAndCarriedOutInFifteenMore() {
        String request = filed();
        Caller.with(officer)
                .get(request)
                .then()
                .statusCode(200)
                .body("status", equalTo("received"))
                .body("kindLabel.es", equalTo("Acceso"))
                .body("dueOn", equalTo("2025-04-21"))
                .body("preventionBy", equalTo("2025-03-31"))
                .body("referralBy", equalTo("2025-03-27"));
        MovableClock.set("2025-04-15");
        Arco.step(officer, request, "answer", Map.of("granted", true))
                .statusCode(200)
                .body("status", equalTo("granted"))
                .body("dueOn", equalTo("2025-05-07")); // over 1 May
        Arco.step(officer, request, "effect", Map.of())
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("dueOn", nullValue())
                .body("steps.step", contains("filed", "granted", "exported"))
                .body("steps.on", contains("2025-03-24", "2025-04-15", "2025-04-15"));
        Arco.step(officer, request, "effect", Map.of()).statusCode(409).body("code", equalTo("wrong-status"));
    }

    /** What was written about her may name her. */
    @Test
    void tellsWhatWasWrittenOfAProtectedWomanUnderAnAccessToHerOnly() {
        String hidden = People.registered(Tokens.coordinator(tenant), People.woman("protected", true));
        String request = Arco.filed(officer, hidden, "access");
        Arco.step(officer, request, "prevention", NOTE)
                .statusCode(200)
                .body("status", equalTo("waiting"))
                .body("steps[1].note", nullValue());
        Caller.with(officer).get(request).then().statusCode(200).body("proofReference", nullValue());
        People.opened(officer, hidden);
        Caller.with(officer)
                .get(request)
                .then()
                .body("proofReference", equalTo("INE cotejada, folio 0417"))
                .body("steps[1].note", equalTo("Falta acreditar la representación."));
    }

    @Test
    void isCountedFromTheDayItCame() {
        Map<String, Object> told = Arco.request(woman, "access");
        told.put("receivedOn", "2025-03-14");
        Caller.with(officer)
                .get(Arco.filed(officer, told))
                .then()
                .body("dueOn", equalTo("2025-04-14")); // over Monday 17 March
    }

    @Test
    void isInterruptedByAPreventionAndThenCountedAnew() {
        String request = filed();
        MovableClock.set("2025-03-26");
        Arco.step(officer, request, "prevention", NOTE)
                .statusCode(200)
                .body("status", equalTo("waiting"))
                .body("dueOn", equalTo("2025-04-09"))
                .body("steps[1].note", equalTo("Falta acreditar la representación."));
        Arco.step(officer, request, "answer", Map.of("granted", true)).statusCode(409);
        Arco.step(officer, request, "lapse", Map.of()).statusCode(409).body("code", equalTo("too-early"));
        MovableClock.set("2025-04-02");
        Arco.step(officer, request, "completion", Map.of())
                .statusCode(200)
                .body("status", equalTo("received"))
                .body("dueOn", equalTo("2025-04-30"));
        Arco.step(officer, request, "prevention", NOTE).statusCode(409);
        Arco.step(officer, request, "extension", NOTE)
                .statusCode(200)
                .body("extended", is(true))
                .body("dueOn", equalTo("2025-05-15"));
    }

    @Test
    void isNotInterruptedByALatePrevention() {
        String request = filed();
        MovableClock.set("2025-04-01");
        Arco.step(officer, request, "prevention", NOTE).statusCode(409).body("code", equalTo("too-late"));
        // told in time and recorded late
        Arco.step(officer, request, "prevention", Map.of("note", "Falta", "on", "2025-03-31"))
                .statusCode(200);
    }

    @Test
    void lapsesWhereWhatWasMissingDoesNotCome() {
        String request = filed();
        Arco.step(officer, request, "prevention", NOTE).statusCode(200).body("dueOn", equalTo("2025-04-07"));
        MovableClock.set("2025-04-08");
        Arco.step(officer, request, "completion", Map.of()).statusCode(409).body("code", equalTo("too-late"));
        Arco.step(officer, request, "lapse", Map.of()).statusCode(200).body("status", equalTo("lapsed"));
    }

    @Test
    void isExtendedOnceAndInTimeOnly() {
        String request = filed();
        Arco.step(officer, request, "extension", Map.of()).statusCode(422).body("errors.pointer", contains("/note"));
        MovableClock.set("2025-04-21");
        Arco.step(officer, request, "extension", NOTE).statusCode(200).body("dueOn", equalTo("2025-05-06"));
        Arco.step(officer, request, "extension", NOTE).statusCode(409).body("code", equalTo("wrong-status"));
        MovableClock.set("2025-03-24");
        String late = filed();
        MovableClock.set("2025-04-22");
        Arco.step(officer, late, "extension", NOTE).statusCode(409).body("code", equalTo("too-late"));
        // the answer is owed all the same
        Arco.step(officer, late, "answer", Map.of("granted", true)).statusCode(200);
    }

    @Test
    void isReferredWithinThreeWorkingDays() {
        String request = filed();
        String other = filed();
        MovableClock.set("2025-03-27");
        Arco.step(officer, request, "referral", NOTE).statusCode(200).body("status", equalTo("referred"));
        MovableClock.set("2025-03-28");
        Arco.step(officer, other, "referral", NOTE).statusCode(409).body("code", equalTo("too-late"));
    }

    @Test
    void isRefusedWithReasonsOnly() {
        String request = filed();
        Arco.step(officer, request, "answer", Map.of("granted", false))
                .statusCode(422)
                .body("errors.pointer", contains("/note"));
        Arco.step(officer, request, "answer", Map.of("granted", false, "note", "No es la titular."))
                .statusCode(200)
                .body("status", equalTo("refused"))
                .body("dueOn", nullValue());
        Arco.step(officer, request, "effect", Map.of()).statusCode(409);
    }

    @Test
    void takesNoStepInTheFutureNorBeforeTheStepBefore() {
        String request = filed();
        Arco.step(officer, request, "answer", Map.of("granted", true, "on", "2025-03-25"))
                .statusCode(422)
                .body("errors.code", contains("future"));
        Arco.step(officer, request, "answer", Map.of("granted", true, "on", "2025-03-23"))
                .statusCode(422)
                .body("errors.code", contains("before-last-step"));
    }

    @Test
    void showsWhatIsOverdueInAFilterAndAMetric() throws SQLException {
        MovableClock.set("2025-04-22");
        watch.look();
        double before = meters.get("trayecto.arco.overdue").gauge().value();
        MovableClock.set("2025-03-24");
        String late = filed();
        String waiting = filed();
        Arco.step(officer, waiting, "prevention", NOTE).statusCode(200);
        MovableClock.set("2025-04-21");
        Caller.with(officer).get("/v1/arco-requests?overdue=true").then().body("items", empty());
        MovableClock.set("2025-04-22");
        Caller.with(officer)
                .get("/v1/arco-requests?overdue=true")
                .then()
                .statusCode(200)
                .body("items.id", contains(late.substring(late.lastIndexOf('/') + 1)));
        watch.look();
        assertEquals(before + 1, meters.get("trayecto.arco.overdue").gauge().value());
        Caller.with(officer)
                .get("/v1/arco-requests?status=waiting&overdue=false")
                .then()
                .body("items.size()", is(1))
                .body("items[0]", not(hasKey("proofReference")));
        Caller.with(officer)
                .get("/v1/arco-requests?status=gone&overdue=perhaps")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("status", "overdue"));
    }

    @Test
    void isCountedByTheTenantsOwnDaysToo() {
        String request = filed();
        Map<String, Object> holyWeek =
                Map.of("firstDay", "2025-04-14", "lastDay", "2025-04-18", "reason", Map.of("es", "Semana Santa"));
        String location = Caller.post(officer)
                .body(holyWeek)
                .post("/v1/non-working-days")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Caller.with(officer).get(location).then().statusCode(200).body("reason.es", equalTo("Semana Santa"));
        Caller.with(officer)
                .get(request)
                .then()
                .body("dueOn", equalTo("2025-04-28"))
                .header("ETag", "\"v1\"");
        Caller.with(officer).get(filed()).then().body("dueOn", equalTo("2025-04-28"));
        // not for another tenant
        UUID other = UUID.randomUUID();
        String elsewhere = Tokens.protectionOfficer(other);
        String stranger = People.registered(Tokens.coordinator(other), People.woman());
        Caller.with(elsewhere)
                .get(Arco.filed(elsewhere, stranger, "access"))
                .then()
                .body("dueOn", equalTo("2025-04-21"));
        Caller.with(elsewhere).get(location).then().statusCode(404);
        Caller.post(officer)
                .body(Map.of("firstDay", "2025-04-14", "lastDay", "2025-04-13", "reason", Map.of("en", "x")))
                .post("/v1/non-working-days")
                .then()
                .statusCode(422);
        Caller.post(officer)
                .body(Map.of("firstDay", "2025-01-01", "lastDay", "2025-12-31", "reason", Map.of("es", "x")))
                .post("/v1/non-working-days")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/lastDay"));
        Caller.post(Tokens.of("arco:write", tenant, UUID.randomUUID()))
                .body(holyWeek)
                .post("/v1/non-working-days")
                .then()
                .statusCode(403);
    }

    @Test
    void keepsItsTextsSealedAndItsStepsForEver() throws SQLException {
        Map<String, Object> told = Arco.request(woman, "access");
        told.put("details", "Quiero saber quién tiene mi expediente");
        String request = Arco.filed(officer, told);
        Caller.with(officer)
                .get(request)
                .then()
                .body("details", equalTo("Quiero saber quién tiene mi expediente"))
                .body("proofReference", equalTo("INE cotejada, folio 0417"));
        String rows = String.join(
                "",
                Database.query(
                        "participants",
                        "SELECT r::text FROM arco_request r UNION ALL SELECT s::text FROM arco_step s"));
        for (String text : List.of("Quiero saber", "folio 0417")) {
            assertFalse(rows.contains(text)
                    || rows.contains(java.util.HexFormat.of().formatHex(text.getBytes())));
        }
        assertEquals(
                List.of("fileArcoRequest", "readArcoRequest"),
                Database.query(
                        "participants",
                        "SELECT action FROM audit_entry WHERE resource_id = ? ORDER BY id",
                        UUID.fromString(request.substring(request.lastIndexOf('/') + 1))));
        try (Connection runtime = Database.connect("participants", "runtime")) {
            for (String change : List.of("UPDATE arco_step SET subject = 'x'", "DELETE FROM arco_step")) {
                assertThrows(SQLException.class, () -> Database.query(runtime, change), change);
            }
        }
    }

    @Test
    void refusesWhatCannotBe() {
        Caller.post(officer)
                .body(Map.of("kind", "portability", "purposes", List.of("images", "images")))
                .post("/v1/arco-requests")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/participant", "/kind", "/requester", "/proofReference", "/purposes"));
        Map<String, Object> early = Arco.request(woman, "access");
        early.put("receivedOn", "2025-03-25");
        early.put("purposes", List.of("images"));
        Caller.post(officer)
                .body(early)
                .post("/v1/arco-requests")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/receivedOn", "/purposes"));
        Caller.post(officer)
                .body(Arco.request(woman, "opposition"))
                .post("/v1/arco-requests")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/purposes"));
        Caller.post(officer)
                .body(Arco.request(UUID.randomUUID().toString(), "access"))
                .post("/v1/arco-requests")
                .then()
                .statusCode(404);
        Caller.post(Tokens.coordinator(tenant))
                .body(Arco.request(woman, "access"))
                .post("/v1/arco-requests")
                .then()
                .statusCode(403);
    }
}
