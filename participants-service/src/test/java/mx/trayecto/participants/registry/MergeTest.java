package mx.trayecto.participants.registry;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.participants.duplicates.Compared;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Two records of one woman made one, and parted again: nothing of either is lost. */
@QuarkusTest
@TrayectoTest
class MergeTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private String kept;
    private String other;

    @BeforeEach
    void women() {
        kept = People.registered(coordinator, People.woman("references", List.of(People.reference("imm", "1"))));
        Map<String, Object> again = People.woman("references", List.of(People.reference("sisemh", "2")));
        again.put("givenName", "Xóchitl");
        again.put("phone", "3312345678");
        other = People.registered(coordinator, again);
    }

    private ValidatableResponse merge(String token, String survivor, String record) {
        return Caller.post(token)
                .body(Map.of("record", record, "reason", "registered-twice"))
                .post("/v1/participants/" + survivor + "/merges")
                .then();
    }

    private String merged(String survivor, String record) {
        return merge(coordinator, survivor, record).statusCode(201).extract().path("id");
    }

    private ValidatableResponse reverse(String token, String survivor, String merge) {
        return Caller.post(token)
                .body(Map.of("reason", "different-persons"))
                .post("/v1/participants/" + survivor + "/merges/" + merge + "/reversal")
                .then();
    }

    private ValidatableResponse read(String token, String id) {
        return Caller.with(token).get("/v1/participants/" + id).then();
    }

    private static String tag(ValidatableResponse read) {
        return read.statusCode(200).extract().header("ETag");
    }

    @Test
    void answersForTheMergedRecordWithTheOneThatStands() {
        Caller.post(coordinator)
                .body(Map.of("record", other, "reason", "other-system"))
                .post("/v1/participants/" + kept + "/merges")
                .then()
                .statusCode(201)
                .body("survivor", equalTo(kept))
                .body("merged", equalTo(other))
                .body("reason.code", equalTo("other-system"))
                .body("reason.label.es", notNullValue());
        read(coordinator, other)
                .statusCode(200)
                .header("ETag", "\"v1-merged\"")
                .body("id", equalTo(kept))
                .body("mergedInto", equalTo(kept))
                .body("givenName", equalTo("María Fernanda"));
        read(coordinator, kept).header("ETag", "\"v1\"").body("$", not(hasKey("mergedInto")));
        Caller.with(coordinator).get("/v1/participants").then().body("items.id", contains(kept));
    }

    @Test
    void changesByEitherIdChangeTheRecordThatStands() {
        merged(kept, other);
        Caller.patch(coordinator, "\"v1-merged\"")
                .body(Map.of("schooling", "primary"))
                .patch("/v1/participants/" + other)
                .then()
                .statusCode(200)
                .body("id", equalTo(kept));
        read(coordinator, kept).body("schooling", equalTo("primary"));
    }

    @Test
    void leadsByTheReferencesOfBothToTheRecordThatStands() {
        String merge = merged(kept, other);
        read(coordinator, kept).body("references.externalId", containsInAnyOrder("1", "2"));
        String portal = Tokens.portal(tenant, "sisemh");
        String byReference = "/v1/participants/by-reference/sisemh/2";
        Caller.with(portal).get(byReference).then().statusCode(200).body("id", equalTo(kept));
        Caller.put(portal, "\"v1\"")
                .body(Map.of("schooling", "primary", "references", List.of(People.reference("sisemh", "2"))))
                .put(byReference)
                .then()
                .statusCode(200)
                .body("id", equalTo(kept));
        reverse(coordinator, kept, merge).statusCode(200);
        Caller.with(portal).get(byReference).then().body("id", equalTo(other));
        read(portal, kept).statusCode(404);
        read(coordinator, kept).body("references.externalId", contains("1"));
    }

    @Test
    void findsHerByTheNamesOfEitherRecord() {
        merged(kept, other);
        for (Map<String, Object> wanted : List.<Map<String, Object>>of(
                Map.of("name", "Xochitl"),
                Map.of("name", "Escamilla"),
                Map.of("phone", "3312345678"),
                Map.of("reference", People.reference("sisemh", "2")))) {
            Caller.post(coordinator)
                    .body(wanted)
                    .post("/v1/participants/search")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(kept));
        }
    }

    @Test
    void holdsHerLatestWordWhicheverRecordItWasSaidUnder() {
        say(kept, "images", true, "2024-01-01T00:00:00Z");
        say(other, "images", false, "2024-06-01T00:00:00Z");
        say(other, "contact", true, "2024-06-01T00:00:00Z");
        String merge = merged(kept, other);
        read(coordinator, kept).body("consents", equalTo(Map.of("images", false, "contact", true)));
        Caller.with(coordinator)
                .get("/v1/participants/" + kept + "/consents")
                .then()
                .body("items.participant", contains(kept, other, other));
        String consent = Caller.with(coordinator)
                .get("/v1/participants/" + kept + "/consents")
                .jsonPath()
                .getString("items[2].id");
        Caller.with(coordinator)
                .get("/v1/participants/" + other + "/consents/" + consent)
                .then()
                .statusCode(200);
        say(other, "contact", false, "2024-07-01T00:00:00Z");
        read(coordinator, kept).body("consents", equalTo(Map.of("images", false, "contact", false)));

        reverse(coordinator, kept, merge).statusCode(200);
        // also what was said while she was one stays under the record that it was said under
        read(coordinator, kept).body("consents", equalTo(Map.of("images", true)));
        read(coordinator, other).body("consents", equalTo(Map.of("images", false, "contact", false)));
    }

    private void say(String id, String purpose, boolean granted, String at) {
        Map<String, Object> consent = new HashMap<>(People.consent(purpose, granted));
        consent.put("at", at);
        Caller.post(coordinator)
                .body(consent)
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
    }

    @Test
    void partsThemAgainOnce() {
        String merge = merged(kept, other);
        reverse(coordinator, other, merge)
                .statusCode(200)
                .body("reversal.code", equalTo("different-persons"))
                .body("reversal.label.en", notNullValue());
        reverse(coordinator, kept, merge).statusCode(409).body("code", equalTo("already-reversed"));
        read(coordinator, other).body("id", equalTo(other)).body("givenName", equalTo("Xóchitl"));
        Caller.with(coordinator).get("/v1/participants").then().body("items.id", containsInAnyOrder(kept, other));
        for (String id : List.of(kept, other)) {
            Caller.with(coordinator)
                    .get("/v1/participants/" + id + "/merges")
                    .then()
                    .body("items.id", contains(merge));
        }
        merged(other, kept);
    }

    @Test
    void mergesAWholeLineAndPartsItWhereItWasJoined() {
        String third = People.registered(coordinator, People.woman("givenName", "Citlali"));
        String lower = merged(other, third);
        String upper = merged(kept, other);
        read(coordinator, third).body("id", equalTo(kept));
        Caller.with(coordinator)
                .get("/v1/participants/" + third + "/merges")
                .then()
                .body("items.id", contains(lower, upper));
        reverse(coordinator, kept, upper).statusCode(200);
        read(coordinator, third).body("id", equalTo(other));
        reverse(coordinator, other, lower).statusCode(200);
        read(coordinator, third).body("id", equalTo(third));
    }

    @Test
    void partsTheLowerOfALineFromAllOfIt() {
        String third = People.registered(coordinator, People.woman("givenName", "Citlali"));
        String lower = merged(other, third);
        merged(kept, other);
        reverse(coordinator, kept, lower).statusCode(200);
        read(coordinator, third).body("id", equalTo(third));
        read(coordinator, other).body("id", equalTo(kept));
    }

    @Test
    void refusesWhatCannotBeMerged() {
        merge(coordinator, kept, kept).statusCode(422).body("errors.code", contains("same-record"));
        String absent = UUID.randomUUID().toString();
        merge(coordinator, kept, absent).statusCode(422).body("errors.code", contains("unknown-participant"));
        merge(coordinator, absent, kept).statusCode(404);
        String foreign = People.registered(Tokens.registrar(UUID.randomUUID()), People.woman());
        merge(coordinator, kept, foreign).statusCode(422).body("errors.code", contains("unknown-participant"));
        merge(coordinator, foreign, kept).statusCode(404);
        merged(kept, other);
        String third = People.registered(coordinator, People.woman());
        for (String[] pair : new String[][] {{other, third}, {third, other}, {other, kept}, {kept, other}}) {
            merge(coordinator, pair[0], pair[1])
                    .statusCode(409)
                    .body("code", equalTo("already-merged"))
                    .header("Location", "/v1/participants/" + kept);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"record\":\"x\",\"reason\":\"registered-twice\"}",
                "{\"record\":\"00000000-0000-0000-0000-000000000001\",\"reason\":\"bored\"}",
                "{\"record\":\"00000000-0000-0000-0000-000000000001\",\"reason\":\"registered-twice\",\"more\":1}"
            })
    void refusesABodyThatSaysNotWhatOrWhy(String body) {
        Caller.post(coordinator)
                .body(body)
                .post("/v1/participants/" + kept + "/merges")
                .then()
                .statusCode(422);
    }

    @Test
    void neverMergesInACircle() throws Exception {
        Map<Integer, Integer> statuses = new HashMap<>();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> merge(coordinator, kept, other).extract().statusCode());
            calls.add(() -> merge(coordinator, other, kept).extract().statusCode());
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : pool.invokeAll(calls)) {
                statuses.merge(call.get(), 1, Integer::sum);
            }
        }
        assertEquals(Map.of(201, 1, 409, 7), statuses);
    }

    /** How many of the service's connections wait for another's lock. */
    private static void waiting(int connections) {
        Eventually.get(
                () -> Database.query(
                        "participants",
                        "SELECT count(DISTINCT pid) FROM pg_locks"
                                + " WHERE NOT granted AND locktype IN ('transactionid', 'tuple')"),
                List.of(String.valueOf(connections))::equals);
    }

    /** Begins calls one after the other that all want the same record, and lets them go on in that order. */
    private List<ValidatableResponse> inLine(String record, List<Callable<ValidatableResponse>> calls)
            throws Exception {
        Compared.all(tenant);
        List<Future<ValidatableResponse>> line = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = Database.connect("participants", "owner")) {
            holder.setAutoCommit(false);
            Database.query(
                    holder, "SELECT id FROM participant WHERE id = ? FOR NO KEY UPDATE", UUID.fromString(record));
            for (Callable<ValidatableResponse> call : calls) {
                line.add(pool.submit(call));
                waiting(line.size());
            }
            holder.rollback();
            List<ValidatableResponse> answers = new ArrayList<>();
            for (Future<ValidatableResponse> answer : line) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void refusesAReversalThatAnotherMergeOvertook() throws Exception {
        String third = People.registered(coordinator, People.woman("givenName", "Citlali"));
        String merge = merged(kept, other);
        List<ValidatableResponse> answers =
                inLine(kept, List.of(() -> merge(coordinator, third, kept), () -> reverse(coordinator, kept, merge)));
        answers.getFirst().statusCode(201);
        answers.getLast().statusCode(409).body("code", equalTo("conflict"));
        read(coordinator, other).body("id", equalTo(third));
        reverse(coordinator, third, merge).statusCode(200); // now that it knows where she stands
        read(coordinator, other).body("id", equalTo(other));
        read(coordinator, kept).body("id", equalTo(third));
    }

    @Test
    void partsThemOnceThoughTwoAskAtOnce() throws Exception {
        String merge = merged(kept, other);
        List<ValidatableResponse> answers = inLine(
                kept, List.of(() -> reverse(coordinator, kept, merge), () -> reverse(coordinator, other, merge)));
        answers.getFirst().statusCode(200);
        answers.getLast().statusCode(409).body("code", equalTo("already-reversed"));
    }

    @Test
    void mergesNobodyWhoseDataWereSuppressed() throws Exception {
        Database.query(
                "keys",
                "UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE subject_id = ? RETURNING 1",
                UUID.fromString(other));
        merge(coordinator, kept, other).statusCode(409).body("code", equalTo("identity-suppressed"));
        merge(coordinator, other, kept).statusCode(409).body("code", equalTo("identity-suppressed"));
    }

    @Test
    void opensTheCompartmentsOfBothToOneWoman() {
        UUID crea = Elsewhere.center(tenant);
        UUID cjm = Elsewhere.center(tenant);
        String atCrea = People.registered(coordinator, People.woman("center", crea));
        String atCjm = People.registered(coordinator, People.woman("center", cjm));
        String staff = Tokens.registrar(tenant, cjm);
        merge(staff, atCjm, atCrea).statusCode(422);
        merge(staff, atCrea, atCjm).statusCode(404);
        String merge = merged(atCrea, atCjm);
        read(staff, atCjm).statusCode(200).body("id", equalTo(atCrea));
        read(Tokens.registrar(tenant, crea), atCjm).statusCode(200).body("id", equalTo(atCrea));
        read(Tokens.registrar(tenant, UUID.randomUUID()), atCjm).statusCode(404);
        Caller.with(staff).get("/v1/participants").then().body("items.id", hasItem(atCrea));
        reverse(coordinator, atCrea, merge).statusCode(200);
        read(staff, atCrea).statusCode(404);
        read(staff, atCjm).body("id", equalTo(atCjm));
    }

    @Test
    void confirmsThePairAndRemembersItsReversal() {
        String again = People.registered(coordinator, People.woman());
        Compared.all(tenant);
        String pair = Caller.with(coordinator).get("/v1/duplicates").jsonPath().getString("items[0].id");
        Caller.post(coordinator)
                .body(Map.of("survivor", other))
                .post("/v1/duplicates/" + pair + "/confirmation")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/survivor"));
        Caller.post(coordinator)
                .body(Map.of("survivor", kept))
                .post("/v1/duplicates/" + pair + "/confirmation")
                .then()
                .statusCode(200)
                .body("status", equalTo("confirmed"));
        read(coordinator, again).body("id", equalTo(kept));
        Caller.post(coordinator)
                .body(Map.of("reason", "relatives"))
                .post("/v1/duplicates/" + pair + "/dismissal")
                .then()
                .statusCode(409)
                .body("code", equalTo("records-merged"));
        Compared.all(tenant);
        Caller.with(coordinator).get("/v1/duplicates?status=open").then().body("items", empty());
        String merge = Caller.with(coordinator)
                .get("/v1/participants/" + kept + "/merges")
                .jsonPath()
                .getString("items[0].id");
        reverse(coordinator, kept, merge).statusCode(200);
        Compared.all(tenant);
        Caller.with(coordinator)
                .get("/v1/duplicates/" + pair)
                .then()
                .body("status", equalTo("dismissed"))
                .body("dismissal.code", equalTo("merge-reversed"));
    }

    @Test
    void appliesOnceToACohortUnderWhicheverRecord() {
        UUID cohort = UUID.randomUUID();
        apply(other, cohort).statusCode(201);
        apply(kept, cohort).statusCode(201);
        String third = People.registered(coordinator, People.woman());
        merged(third, other);
        apply(third, cohort).statusCode(409).body("code", equalTo("already-applied"));
        apply(other, cohort).statusCode(409);
        apply(other, UUID.randomUUID()).statusCode(201).body("participant", equalTo(third));
    }

    private ValidatableResponse apply(String id, UUID cohort) {
        return Caller.post(coordinator)
                .body(Map.of("participantId", id, "cohort", cohort))
                .post("/v1/applications")
                .then();
    }

    @Test
    void keepsTheCurpOfAMergedRecordHers() {
        Map<String, Object> told = People.womanWithCurp();
        told.put("references", List.of(People.reference("sisemh", "9")));
        String withCurp = People.registered(coordinator, told);
        merged(kept, withCurp);
        People.register(coordinator, People.with(told, "references", List.of()))
                .statusCode(409)
                .body("code", equalTo("duplicate-curp"));
        Caller.put(Tokens.portal(tenant, "sisemh"), tag(read(coordinator, kept)))
                .body(told)
                .put("/v1/participants/by-reference/sisemh/9")
                .then()
                .statusCode(200)
                .body("id", equalTo(kept));
    }
}
