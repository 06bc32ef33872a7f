package mx.trayecto.programs.credential;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Golden;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Keys that sign no more stay published, with the time when they signed; one that others may have is withdrawn. */
@QuarkusTest
@TrayectoTest
class IssuerKeyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Group group;

    @BeforeEach
    void begin() {
        group = new Group(5);
    }

    private ValidatableResponse issued(UUID woman) {
        return group.act("/v1/enrollments/" + woman + "/credentials", "{}")
                .then()
                .statusCode(200);
    }

    private void rotate() {
        group.act("/v1/issuer-keys", "{}").then().statusCode(201);
    }

    private ValidatableResponse withdraw(UUID key) {
        return group.act("/v1/issuer-keys/" + key + "/withdrawal", "{}").then();
    }

    private static String kid(String credential) throws Exception {
        return JWSObject.parse(credential).getHeader().getKeyID();
    }

    private static UUID key(String credential) throws Exception {
        String kid = kid(credential);
        return UUID.fromString(kid.substring(kid.lastIndexOf('/') + 1));
    }

    private JsonNode set() throws Exception {
        return JSON.readTree(open("/keys").asString()).path("keys");
    }

    private io.restassured.response.Response open(String leaf) {
        return RestAssured.get("/v1/credentials/issuers/" + group.tenant + leaf);
    }

    private static ValidatableResponse verified(String id) {
        return RestAssured.get("/v1/credentials/" + id).then().statusCode(200);
    }

    @Test
    void onesThatSignNoMoreStayPublishedWithTheTimeWhenTheySigned() throws Exception {
        String before = issued(Graduating.byException(group)).extract().path("credential");
        rotate();
        String after = issued(Graduating.byException(group)).extract().path("credential");
        assertEquals("public, max-age=60", open("/keys").header("Cache-Control"));
        JsonNode retired = set().get(0);
        JsonNode signing = set().get(1);
        assertEquals(2, set().size());
        assertEquals(kid(before), retired.path("kid").asText());
        assertEquals(kid(after), signing.path("kid").asText());
        for (JsonNode each : set()) {
            assertEquals("sig", each.path("use").asText());
            assertEquals("ES256", each.path("alg").asText());
            assertEquals("EC", each.path("kty").asText());
            assertFalse(each.has("d"));
        }
        assertFalse(signing.has("signs_until"));
        Instant exchanged = Instant.parse(retired.path("signs_until").asText());
        assertTrue(exchanged.isAfter(Instant.parse(retired.path("signs_from").asText())));
        assertFalse(exchanged.isAfter(Instant.parse(signing.path("signs_from").asText())));
        new Verifier().verify(before);
        new Verifier().verify(after);
        group.read("/v1/issuer-keys")
                .then()
                .statusCode(200)
                .body("items.id", contains(key(before).toString(), key(after).toString()))
                .body("items[0].retiredAt", notNullValue())
                .body("items[1].retiredAt", nullValue());
    }

    @Test
    void whatAWithdrawnOneSignedIsVerifiedNoMoreAndIsIssuedAnew() throws Exception {
        UUID woman = Graduating.byException(group);
        UUID other = Graduating.byException(group);
        var made = issued(woman).extract();
        String id = made.path("id");
        String lost = made.path("credential");
        rotate();
        var kept = issued(other).extract();
        String since = withdraw(key(lost)).statusCode(200).extract().path("withdrawnAt");
        withdraw(key(lost)).statusCode(200).body("withdrawnAt", equalTo(since));

        assertEquals(Verifier.Step.KEY, assertThrows(Verifier.Refused.class, () -> new Verifier().verify(lost)).at);
        new Verifier().verify(kept.path("credential"));
        RestAssured.get(URI.create(kid(lost)).getPath())
                .then()
                .statusCode(410)
                .body("code", equalTo("issuer-key-withdrawn"));
        assertEquals(1, set().size());
        open("/organizations/" + group.catalogue.organization)
                .then()
                .body("assertionMethod", contains(kid(kept.path("credential"))))
                .body("verificationMethod.id", contains(kid(lost), kid(kept.path("credential"))))
                .body("verificationMethod[0].revoked", equalTo(since))
                .body("verificationMethod[1].revoked", nullValue());
        verified(id).body("state", equalTo("key-withdrawn")).body("revokedAt", equalTo(since));
        JsonNode claims = JSON.readTree(JWSObject.parse(lost).getPayload().toString());
        assertTrue(new Verifier().revoked(claims));
        group.read("/v1/enrollments/" + woman + "/credentials")
                .then()
                .body("items.reason", contains("key-withdrawn"))
                .body("items.revokedAt", contains(since));
        group.act("/v1/credentials/" + id + "/certificate", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("credential-revoked"));

        group.act("/v1/cohorts/" + group.cohort + "/credentials", "{}")
                .then()
                .statusCode(200)
                .body("holders", containsInAnyOrder(woman.toString(), other.toString()));
        Golden.last("trayecto.credentials.v1", UUID.fromString(id), "mx.trayecto.credential.revoked.v1");
        var anew = issued(woman).body("id", not(equalTo(id))).extract();
        new Verifier().verify(anew.path("credential"));
        verified(id).body("state", equalTo("key-withdrawn"));
        verified(anew.path("id")).body("state", equalTo("valid"));
        issued(other).body("id", equalTo(kept.path("id")));
        group.read("/v1/enrollments/" + woman + "/credentials").then().body("items", hasSize(2));
        assertEquals(
                2,
                Database.query(
                                "programs",
                                "SELECT id FROM audit_entry WHERE tenant_id = ? AND action = 'withdrawIssuerKey'"
                                        + " AND resource_id = ?",
                                group.tenant,
                                key(lost))
                        .size());
    }

    @Test
    void anotherTakesOverWhereTheOneThatSignsIsWithdrawn() throws Exception {
        UUID woman = Graduating.byException(group);
        String lost = issued(woman).extract().path("credential");
        withdraw(key(lost)).statusCode(200).body("retiredAt", notNullValue());
        String anew = issued(woman).extract().path("credential");
        assertFalse(kid(lost).equals(kid(anew)));
        new Verifier().verify(anew);
        group.read("/v1/issuer-keys").then().body("items", hasSize(2));
    }

    /** Her graduation may be taken back before her credential is issued anew. */
    @Test
    void aRevokedGraduationIsToldOfWhatAWithdrawnOneSigned() throws Exception {
        UUID woman = Graduating.byException(group);
        var made = issued(woman).extract();
        withdraw(key(made.path("credential"))).statusCode(200);
        group.step(woman, "graduation-revocation", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
        verified(made.path("id")).body("state", equalTo("revoked"));
    }

    /** Whoever verifies would be told that a key was withdrawn. */
    @Test
    void aCredentialIsNotSaidToHaveAWithdrawnOne() {
        String id = issued(Graduating.byException(group)).extract().path("id");
        group.act("/v1/credentials/" + id + "/revocation", "{\"reason\": \"key-withdrawn\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        verified(id).body("state", equalTo("valid"));
    }

    @Test
    void isWithdrawnByItsTenantAlone() throws Exception {
        String credential = issued(Graduating.byException(group)).extract().path("credential");
        String path = "/v1/issuer-keys/" + key(credential) + "/withdrawal";
        Caller.post(Tokens.coordinator(UUID.randomUUID())).post(path).then().statusCode(404);
        Caller.post(Tokens.registrar(group.tenant)).post(path).then().statusCode(403);
        new Verifier().verify(credential);
    }
}
