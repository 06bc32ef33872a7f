package mx.trayecto.programs.staff;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Golden;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Officials who are trained and certified one by one, and not only counted. */
@QuarkusTest
@TrayectoTest
class QualificationTest {
    private static final String CERTIFICATE = "D-0000123456-2024";

    private static final String ACTIVITIES = "trayecto.activities.v1";

    @Inject
    Vault vault;

    @Inject
    CurrentActor actor;

    private Catalogue catalogue;
    private UUID official;
    private String path;

    @BeforeEach
    void engage() {
        catalogue = new Catalogue();
        official = catalogue.create("/v1/staff", Kind.STAFF.body(catalogue).replace("facilitator", "official"));
        path = "/v1/staff/" + official + "/qualifications";
    }

    private String training() {
        return """
                {"kind": "training", "title": {"es": "Perspectiva de género", "en": "Gender perspective"},
                 "on": "2024-09-06", "hours": 20.50, "organization": "%s"}""".formatted(catalogue.organization);
    }

    private static String certification() {
        return """
                {"kind": "certification", "title": {"es": "Atención de primer contacto a mujeres"}, "standard": "EC0539",
                 "on": "2024-10-01", "certificate": "%s"}""".formatted(CERTIFICATE);
    }

    @Test
    void saysWhoWasTrainedAndCertifiedInWhat() throws SQLException {
        UUID trained = catalogue.create(path, training());
        UUID certified = catalogue.create(path, certification());
        read(path)
                .body("items.id", contains(trained.toString(), certified.toString()))
                .body("items.kind", contains("training", "certification"))
                .body("items.staff", contains(official.toString(), official.toString()))
                .body("items[0].title.es", equalTo("Perspectiva de género"))
                .body("items[0].on", equalTo("2024-09-06"))
                .body("items[0].hours", equalTo(20.5f))
                .body("items[0].organization", equalTo(catalogue.organization.toString()))
                .body("items[1].standard", equalTo("EC0539"))
                .body("items[1].certificate", equalTo(CERTIFICATE));
        read(path + "/" + certified).body("certificate", equalTo(CERTIFICATE), "mistaken", equalTo(false));
        assertEquals(
                List.of("readQualification", "recordQualification"),
                Database.query(
                        "programs", "SELECT action FROM audit_entry WHERE resource_id = ? ORDER BY action", certified));
    }

    /** Public registers find a name by it. */
    @Test
    void keepsTheCertificateSealedAndTellsNobodyOfIt() throws Exception {
        UUID certified = catalogue.create(path, certification());
        JsonNode told = Golden.assertSent(ACTIVITIES, certified, QualificationRecorded.RECORDED);
        assertEquals("official", told.get("staffKind").textValue());
        assertEquals("female", told.get("sex").textValue());
        assertEquals(catalogue.agreement.toString(), told.get("agreement").textValue());
        assertFalse(told.toString().contains("0000123456") || told.toString().contains("primer contacto"));
        for (String table : List.of("staff_qualification", "outbox", "idempotency", "audit_entry")) {
            assertEquals(
                    List.of("0"),
                    Database.query(
                            "programs",
                            "SELECT count(*) FROM " + table + " t WHERE tenant_id = ? AND (t::text LIKE '%0000123456%'"
                                    + " OR t::text LIKE '%' || encode('0000123456'::bytea, 'hex') || '%')",
                            catalogue.tenant),
                    table);
        }
    }

    @Test
    void isCorrectedAndCountsNoMoreOnceItWasMistaken() throws Exception {
        UUID certified = catalogue.create(path, certification());
        change(catalogue.coordinator, certified, "v0", "{\"on\": \"2024-10-02\", \"hours\": 8}")
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("on", equalTo("2024-10-02"), "hours", equalTo(8), "certificate", equalTo(CERTIFICATE));
        change(catalogue.coordinator, certified, "v0", "{\"mistaken\": true}").statusCode(412);
        change(catalogue.coordinator, certified, "v1", "{\"mistaken\": true}").statusCode(200);
        JsonNode told = Golden.assertSent(ACTIVITIES, certified, QualificationRecorded.CORRECTED);
        assertTrue(told.get("mistaken").booleanValue());
    }

    /** She was set down as a man of no centre: her trainings are counted where and as what she is, the mistaken one not. */
    @Test
    void isToldAgainWhenSheIsCorrected() throws Exception {
        UUID trained = catalogue.create(path, training());
        UUID mistaken = catalogue.create(path, certification());
        change(catalogue.coordinator, mistaken, "v0", "{\"mistaken\": true}").statusCode(200);
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body("{\"sex\": \"male\", \"center\": null, \"kind\": \"coordinator\"}")
                .patch("/v1/staff/" + official)
                .then()
                .statusCode(200);
        JsonNode told = Golden.last(ACTIVITIES, trained, QualificationRecorded.CORRECTED)
                .value()
                .transform(QualificationTest::json);
        assertEquals("male", told.get("sex").textValue());
        assertEquals("coordinator", told.get("staffKind").textValue());
        assertFalse(told.has("center"));
        assertEquals(20.5, told.get("hours").doubleValue());
        Caller.patch(catalogue.coordinator, "\"v1\"")
                .body("{\"email\": \"otra@example.org\"}")
                .patch("/v1/staff/" + official)
                .then()
                .statusCode(200);
        assertEquals(2, Golden.all(ACTIVITIES, trained).size()); // an address is told of by nothing
        assertEquals(2, Golden.all(ACTIVITIES, mistaken).size());
        read(path + "/" + trained).header("ETag", "\"v0\"");
    }

    /** Then nobody can say the folio again: what else is known of it can still be put right. */
    @Test
    void isCorrectedAndTakenBackThoughItsFolioCanNotBeOpenedAnyMore() {
        UUID certified = catalogue.create(path, certification());
        actor.runAs(Actor.service("programs-service", catalogue.tenant, "test"), () -> {
            vault.destroy(official);
            return null;
        });
        read(path + "/" + certified).body("certificate", nullValue());
        change(catalogue.coordinator, certified, "v0", "{\"on\": \"2024-10-03\"}")
                .statusCode(200)
                .body("on", equalTo("2024-10-03"));
        change(catalogue.coordinator, certified, "v1", "{\"mistaken\": true}")
                .statusCode(200)
                .body("mistaken", equalTo(true));
    }

    @Test
    void losesItsFolioOnlyWhereItIsNoCertification() {
        UUID certified = catalogue.create(path, certification());
        change(catalogue.coordinator, certified, "v0", "{\"certificate\": null}")
                .statusCode(422)
                .body("errors.pointer", contains("/certificate"));
        change(catalogue.coordinator, certified, "v0", "{\"certificate\": null, \"kind\": \"training\"}")
                .statusCode(200)
                .body("certificate", nullValue());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"certificate\": \"D-0000123456-2024\"', '\"hours\": 8', /certificate, required",
        "D-0000123456-2024, ROSS850101MJCXXX09, /certificate, opaque",
        "2024-10-01, 2099-10-01, /on, future",
        "'\"EC0539\"', '\"EC 0539\"', /standard, code",
        "'\"certification\"', '\"diploma\"', /kind, type",
        "'\"on\"', '\"hours\": -1, \"on\"', /hours, negative",
        "'\"on\"', '\"agreement\": \"00000000-0000-0000-0000-000000000001\", \"on\"', /agreement, unknown-reference"
    })
    void refusesWhatCannotBe(String told, String instead, String pointer, String code) {
        assertTrue(certification().contains(told));
        Caller.post(catalogue.coordinator)
                .body(certification().replace(told, instead))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer), "errors.code", hasItem(code));
        read(path).body("items", hasSize(0));
    }

    @Test
    void isOfItsCentreAndOfThoseWhoWriteProgrammes() {
        UUID trained = catalogue.create(path, training());
        String elsewhere = Tokens.coordinator(catalogue.tenant, catalogue.center("CREA-2"));
        Caller.with(elsewhere).get(path + "/" + trained).then().statusCode(404);
        Caller.with(elsewhere).get(path).then().statusCode(404);
        Caller.post(elsewhere).body(training()).post(path).then().statusCode(404);
        change(elsewhere, trained, "v0", "{\"mistaken\": true}").statusCode(404);
        String here = Tokens.coordinator(catalogue.tenant, catalogue.center);
        Caller.with(here)
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("items.id", contains(trained.toString()));
        Caller.with(Tokens.facilitator(catalogue.tenant)).get(path).then().statusCode(403);
        UUID another = catalogue.create("/v1/staff", Kind.STAFF.body(catalogue));
        Caller.with(catalogue.coordinator)
                .get("/v1/staff/" + another + "/qualifications/" + trained)
                .then()
                .statusCode(404);
    }

    private ValidatableResponse read(String what) {
        return Caller.with(catalogue.coordinator).get(what).then().statusCode(200);
    }

    private ValidatableResponse change(String token, UUID id, String version, String patch) {
        return Caller.patch(token, "\"" + version + "\"")
                .body(patch)
                .patch(path + "/" + id)
                .then();
    }
}
