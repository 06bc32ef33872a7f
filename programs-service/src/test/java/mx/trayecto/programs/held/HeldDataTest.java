package mx.trayecto.programs.held;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.crypto.Vouchers;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

/** All that is held of a woman, for whom participants-service has vouched and for nobody else. */
@QuarkusTest
@TrayectoTest
class HeldDataTest {
    private static final String PATH = "/internal/held-data";
    private static final String SCOPES = "participants:identity arco:write";
    private static final String USE = "exportArcoRequest";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What participants-service is tested against is what this service really tells. */
    private static final Path GOLDEN = Path.of("held", "held-data.json");

    @Inject
    Vouchers vouchers;

    @Inject
    Vault vault;

    @Inject
    CurrentActor actor;

    /** A voucher as participants-service makes it, which shares nothing with this service but the key store. */
    private String voucher(UUID tenant, String scopes, String use, UUID person, UUID... records) {
        return actor.runAs(officer(tenant, scopes), () -> vouchers.issue(use, person, List.of(records)));
    }

    /** Whom a token with these scopes names. */
    private static Actor officer(UUID tenant, String scopes) {
        return new Actor(
                "person-" + UUID.nameUUIDFromBytes(scopes.getBytes()),
                "test-client",
                tenant,
                tenant,
                Set.of(),
                Optional.empty(),
                Set.of());
    }

    private static Response asked(String token, UUID participant, String voucher) {
        return Caller.with(token)
                .contentType("application/json")
                .body(Map.of("participant", participant, "voucher", voucher))
                .post(PATH);
    }

    private JsonPath given(UUID tenant, UUID person, UUID... records) {
        return asked(Tokens.of(SCOPES, tenant), person, voucher(tenant, SCOPES, USE, person, records))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    @Test
    void isAllOfAllHerRecordsAndOpensWhatWasWritten() throws IOException {
        Held held = new Held();
        JsonPath all = given(held.group.tenant, held.record, held.record, held.merged);

        assertEquals(List.of(held.woman.toString(), held.applied.toString()), all.getList("enrollments.id"));
        String hers = "enrollments[0].";
        assertEquals("Segunda Oportunidad", all.getString(hers + "programLabel.es"));
        assertEquals("graduated", all.getString(hers + "status"));
        assertEquals(List.of("2024-06-11"), all.getList(hers + "attendance.on"));
        assertEquals(List.of("M1", "M1", "M3"), all.getList(hers + "completions.moduleCode"));
        assertEquals("Alfabetización digital", all.getString(hers + "completions[1].moduleLabel.es"));
        assertEquals(List.of("revoked", "recorded", "revoked"), all.getList(hers + "completions.status"));
        assertEquals("taken-back", all.getString(hers + "completions[0].reason"));
        assertEquals("wrong-module", all.getString(hers + "completions[2].reason"));
        assertEquals(List.of(Held.NOTED), all.getList(hers + "followUps.text"));
        assertEquals(
                List.of("trabajo", "apoyos", "ventas", "confianza", "suenos"),
                all.getList(hers + "surveys[0].answers.question"));
        assertEquals("Sí, por su cuenta", all.getString(hers + "surveys[0].answers[0].answerLabel.es"));
        assertEquals(List.of("Su familia", "Sus vecinas"), all.getList(hers + "surveys[0].answers[1].answerLabel.es"));
        assertEquals(Held.WRITTEN, all.getString(hers + "surveys[0].answers[4].answer"));
        assertEquals(Set.of("mentor", "mentee"), Set.copyOf(all.<String>getList(hers + "mentorships.takesPartAs")));
        assertEquals(Set.of("mentor", "mentee"), Set.copyOf(all.<String>getList(hers + "mentoring.takesPartAs")));
        assertEquals(List.of("1500.00"), all.getList(hers + "deliveries.amount.amount"));
        assertEquals(List.of("accepted"), all.getList(hers + "exceptions.status"));
        assertEquals(List.of("2024-10-17"), all.getList(hers + "recognitions.on"));
        assertEquals(List.of("2024-10-11"), all.getList(hers + "credentials.graduatedOn"));
        assertEquals(List.of("voided", "applied", "applied"), all.getList(hers + "statements.outcome"));
        assertEquals(all.getString(hers + "statements[1].id"), all.getString(hers + "statements[0].voidedBy"));
        assertEquals(all.getString(hers + "completions[1].id"), all.getString(hers + "statements[2].completion"));
        assertEquals("nah", all.getString(hers + "surveys[0].language"));
        assertEquals(List.of(), all.getList("enrollments[1].attendance"));
        assertEquals(List.of(held.applied.toString()), all.getList("applications.enrollment"));
        assertEquals(
                Set.of(held.record.toString(), held.merged.toString()),
                Set.copyOf(all.<String>getList("records.participant")));
        assertFalse(all.prettify().contains(held.stranger.toString()), "whom she accompanies, or who accompanies her");
        isTheGoldenFile(all.prettify());
    }

    /** Of two records that are one woman's an auditor who knows one is not led to the other. */
    @Test
    void isInTheAuditUnderTheRecordThatWasAskedForAlone() {
        Group group = new Group(2);
        UUID asked = group.participant();
        UUID other = group.participant();
        group.told(asked, 2, null, true);
        group.told(other, 2, asked, true);
        given(group.tenant, asked, other, asked);
        JsonPath audit = audit(group.tenant, asked);
        assertEquals(List.of(USE), audit.getList("items.action"));
        assertEquals(List.of(2), audit.getList("items.details.records"));
        assertFalse(audit.prettify().contains(other.toString()));
        assertEquals(List.of(), audit(group.tenant, other).getList("items"));
    }

    private static JsonPath audit(UUID tenant, UUID resource) {
        return Caller.with(Tokens.auditor(tenant))
                .get("/v1/audit/programs?resource=" + resource)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** But for ids, moments and what is signed; {@code -Devents.update=true} writes it anew. */
    private static void isTheGoldenFile(String told) throws IOException {
        JsonNode now = JSON.readTree(told.replaceAll("\"eyJ[^\"]+\"", "\"a signed credential\""));
        if (Boolean.getBoolean("events.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, now.toPrettyString() + "\n");
        }
        assertEquals(alike(JSON.readTree(Files.readString(GOLDEN))), alike(now));
    }

    private static String alike(JsonNode told) {
        return told.toPrettyString()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "an id")
                .replaceAll("\"\\d{4}-\\d{2}-\\d{2}T[0-9:]+Z\"", "\"a moment\"")
                .replaceAll("\"statusIndex\" : \\d+", "\"statusIndex\" : 0");
    }

    /** As whoever verifies it is told. */
    @Test
    void saysThatACredentialHoldsNoMoreWhoseKeyWasWithdrawn() {
        Held held = new Held();
        String keys = "/v1/issuer-keys";
        String key = held.group.read(keys).jsonPath().getString("items[0].id");
        held.group.act(keys, "{}").then().statusCode(201);
        String since = held.group
                .act(keys + "/" + key + "/withdrawal", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("withdrawnAt");
        JsonPath all = given(held.group.tenant, held.record, held.record);
        assertEquals(List.of("key-withdrawn"), all.getList("enrollments[0].credentials.reason"));
        assertEquals(List.of(since.substring(0, 19) + "Z"), all.getList("enrollments[0].credentials.revokedAt"));
    }

    @Test
    void isOfTheVouchedRecordsAlone() {
        Held held = new Held();
        JsonPath one = given(held.group.tenant, held.record, held.record);
        assertEquals(List.of(held.woman.toString()), one.getList("enrollments.id"));
        assertEquals(List.of(), one.getList("applications"));
        JsonPath nobody = given(held.group.tenant, UUID.randomUUID(), UUID.randomUUID());
        assertEquals(Map.of("records", List.of(), "applications", List.of(), "enrollments", List.of()), nobody.get());
    }

    @Test
    void isOfAProtectedWomanToo() {
        Group group = new Group(2);
        UUID participant = group.participant();
        UUID woman = Group.made(group.enroll(participant));
        group.told(participant, 2, null, true);
        JsonPath all = given(group.tenant, participant, participant);
        assertEquals(List.of(true), all.getList("records.protected"));
        assertEquals(List.of(woman.toString()), all.getList("enrollments.id"));
    }

    /** A record that was merged for her and suppressed leaves what happened, and nothing that was written. */
    @Test
    void leavesOutWhatCannotBeOpenedAnyMore() {
        Group group = new Group(2);
        UUID standing = group.participant();
        UUID gone = group.participant();
        UUID woman = Group.made(group.enroll(gone));
        group.catalogue.create(
                "/v1/enrollments/" + woman + "/follow-ups",
                "{\"on\": \"2024-06-20\", \"kind\": \"visit\", \"text\": \"" + Held.NOTED + "\"}");
        actor.runAs(officer(group.tenant, SCOPES), () -> {
            vault.destroy(gone);
            return null;
        });
        JsonPath all = given(group.tenant, standing, standing, gone);
        assertEquals(List.of("visit"), all.getList("enrollments[0].followUps.contact"));
        assertNull(all.get("enrollments[0].followUps[0].text"));
    }

    @Test
    void isGivenToNobodyWithoutAVoucherForHim() throws SQLException {
        Held held = new Held();
        UUID tenant = held.group.tenant;
        UUID other = UUID.randomUUID();
        String officer = Tokens.of(SCOPES, tenant);
        String good = voucher(tenant, SCOPES, USE, held.record, held.record);
        refused(officer, held.record, "none");
        refused(officer, held.record, good.substring(0, good.length() - 4) + "AAAA");
        refused(officer, held.merged, good);
        refused(officer, held.record, voucher(tenant, SCOPES, "readParticipant", held.record, held.record));
        refused(Tokens.of("arco:write", tenant), held.record, good); // another officer of the same tenant
        refused(Tokens.of(SCOPES, other), held.record, good);
        assertEquals(
                List.of(),
                Database.query(
                        "programs", "SELECT id FROM audit_entry WHERE tenant_id = ? AND action = ?", tenant, USE));
        Caller.with(officer)
                .contentType("application/json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void isOfTheWholeTenantAndNotForOneCentre() {
        Held held = new Held();
        UUID tenant = held.group.tenant;
        String voucher = voucher(tenant, SCOPES, USE, held.record, held.record);
        refused(Tokens.of(SCOPES, tenant, held.group.catalogue.center), held.record, voucher);
        refused(Tokens.sign(Tokens.claims(tenant, SCOPES).claim("source_system", "jalisco")), held.record, voucher);
        refused(held.group.token, held.record, voucher);
        asked("nonsense", held.record, voucher).then().statusCode(401);
    }

    /** The tenant's own voucher for another tenant's woman opens nothing: her rows are not seen. */
    @Test
    void isNothingOfAnotherTenant() {
        Held held = new Held();
        JsonPath all = given(UUID.randomUUID(), held.record, held.record, held.merged);
        assertEquals(Map.of("records", List.of(), "applications", List.of(), "enrollments", List.of()), all.get());
    }

    private static void refused(String token, UUID participant, String voucher) {
        asked(token, participant, voucher).then().statusCode(403).body("code", equalTo("forbidden"));
    }
}
