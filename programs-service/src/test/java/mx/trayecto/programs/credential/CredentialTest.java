package mx.trayecto.programs.credential;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Golden;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What graduates hold, verified as anybody would: without a token, with another library than the one that signed. */
@QuarkusTest
@TrayectoTest
class CredentialTest {
    private static final String CREDENTIALS = "trayecto.credentials.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Group group;

    @BeforeEach
    void begin() {
        group = new Group(5);
    }

    private UUID graduate() {
        return Graduating.byException(group);
    }

    private ValidatableResponse issued(UUID woman) {
        return group.act("/v1/enrollments/" + woman + "/credentials", "{}")
                .then()
                .statusCode(200);
    }

    /** Where an address leads to in this test, in which the gateway is left out. */
    private static String pathOf(String address) {
        assertTrue(address.startsWith("http://localhost:8080/v1/credentials/"), address);
        return URI.create(address).getPath();
    }

    private static ValidatableResponse open(String path) {
        return RestAssured.given().get(path).then();
    }

    private static JsonNode verified(String token, JsonNode keys) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        JsonWebKeySet set = new JsonWebKeySet(keys.toString());
        signature.setKey(set.getJsonWebKeys().stream()
                .filter(key -> key.getKeyId().equals(signature.getKeyIdHeaderValue()))
                .findFirst()
                .orElseThrow()
                .getKey());
        assertTrue(signature.verifySignature());
        return JSON.readTree(signature.getPayload());
    }

    private JsonNode keys() throws Exception {
        return JSON.readTree(open("/v1/credentials/issuers/" + group.tenant + "/keys")
                .statusCode(200)
                .extract()
                .asString());
    }

    /** The bit of a credential in the published list. */
    private boolean revokedIn(JsonNode credential) throws Exception {
        JsonNode status = credential.path("credentialStatus");
        assertEquals(
                credential.at("/issuer/id").asText() + "/status/1",
                status.path("statusListCredential").asText());
        String list = open(pathOf(status.path("statusListCredential").asText()))
                .statusCode(200)
                .contentType("application/vc+jwt")
                .extract()
                .asString();
        String encoded =
                verified(list, keys()).at("/credentialSubject/encodedList").asText();
        assertEquals('u', encoded.charAt(0));
        byte[] bits = new GZIPInputStream(
                        new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded.substring(1))))
                .readAllBytes();
        assertEquals(16_384, bits.length);
        int index = status.path("statusListIndex").asInt();
        return (bits[index / 8] & 0x80 >> index % 8) != 0;
    }

    @Test
    void isSignedAndVerifiedWithoutATokenAndTellsNothingOfItsHolder() throws Exception {
        UUID woman = graduate();
        var made = issued(woman).body("verification", notNullValue()).extract();
        JsonNode credential = verified(made.path("credential"), keys());
        assertEquals("Segunda Oportunidad", credential.path("name").asText());
        assertEquals("OpenBadgeCredential", credential.at("/type/1").asText());
        assertEquals("2024-10-11T00:00:00Z", credential.path("validFrom").asText());
        assertEquals(
                "1", credential.at("/credentialSubject/achievement/version").asText());
        assertFalse(revokedIn(credential));
        String id = made.path("id");
        open("/v1/credentials/" + id)
                .statusCode(200)
                .body("state", equalTo("valid"))
                .body("program.en", equalTo("Second Chance"))
                .body("issuer.es", equalTo("Secretaría de Igualdad Sustantiva"))
                .body("graduatedOn", equalTo("2024-10-11"));
        String participant = group.read("/v1/enrollments/" + woman).path("participant");
        for (String told : List.of(
                credential.toString(), open("/v1/credentials/" + id).extract().asString())) {
            assertFalse(told.contains(participant) || told.contains(woman.toString()), told);
        }
        Golden.assertSent(CREDENTIALS, UUID.fromString(id), "mx.trayecto.credential.issued.v1");
    }

    @Test
    void saysHowSheGraduated() throws Exception {
        JsonNode excepted = verified(issued(graduate()).extract().path("credential"), keys());
        String narrative = excepted.at("/credentialSubject/narrative").asText();
        assertTrue(narrative.startsWith("Se graduó por excepción: no cumplió todos los criterios"), narrative);
        assertTrue(narrative.contains("Graduated by exception: did not meet all"), narrative);
        assertFalse(excepted.toString().contains("Cumplió los criterios"));
        group.act(
                        "/v1/pathways/" + group.catalogue.pathway + "/criteria",
                        "{\"validFrom\": \"2024-10-11\", \"requiredModules\": [\"M1\"]}")
                .then()
                .statusCode(200);
        UUID woman = group.enrolled();
        group.act(
                        "/v1/enrollments/" + woman + "/completions",
                        "{\"module\": \"%s\", \"on\": \"2024-07-01\"}".formatted(group.module("M1")))
                .then()
                .statusCode(201);
        group.act("/v1/cohorts/" + group.cohort + "/graduation", "{\"on\": \"2024-10-11\"}")
                .then()
                .body("graduated", contains(woman.toString()))
                .body("byException", hasSize(0));
        assertEquals(
                "Cumplió los criterios de graduación, versión 2. / Met the graduation criteria, version 2.",
                verified(issued(woman).extract().path("credential"), keys())
                        .at("/credentialSubject/narrative")
                        .asText());
    }

    @Test
    void isHeldOnce() {
        UUID woman = graduate();
        UUID other = graduate();
        String id = issued(woman).extract().path("id");
        issued(woman).body("id", equalTo(id));
        group.act("/v1/cohorts/" + group.cohort + "/credentials", "{}")
                .then()
                .statusCode(200)
                .body("holders", hasSize(2));
        group.read("/v1/enrollments/" + woman + "/credentials").then().body("items.id", contains(id));
        group.read("/v1/enrollments/" + other + "/credentials").then().body("items", hasSize(1));
        group.act("/v1/enrollments/" + group.enrolled() + "/credentials", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-graduated"));
    }

    @Test
    void whoeverVerifiesIsToldOnceItIsRevoked() throws Exception {
        UUID woman = graduate();
        var made = issued(woman).extract();
        String id = made.path("id");
        group.act("/v1/credentials/" + id + "/revocation", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200)
                .body("reason", equalTo("mistake"));
        open("/v1/credentials/" + id).body("state", equalTo("revoked")).body("revokedAt", notNullValue());
        assertTrue(revokedIn(verified(made.path("credential"), keys())));
        Golden.assertSent(CREDENTIALS, UUID.fromString(id), "mx.trayecto.credential.revoked.v1");
        assertNotEquals(id, issued(woman).extract().path("id"));
    }

    @Test
    void aRevokedGraduationRevokesIt() {
        UUID woman = graduate();
        String id = issued(woman).extract().path("id");
        group.step(woman, "graduation-revocation", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
        open("/v1/credentials/" + id).body("state", equalTo("revoked"));
        group.read("/v1/enrollments/" + woman + "/credentials")
                .then()
                .body("items.reason", contains("graduation-revoked"));
    }

    @Test
    void oneThatIsShownIsVerifiedAsItIs() {
        String shown = issued(graduate()).extract().path("credential");
        verify(shown).statusCode(200).body("state", equalTo("valid"));
        String[] parts = shown.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("Segunda Oportunidad", "Maestría");
        String forged = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
        for (String none : List.of(forged, parts[0] + "." + parts[1] + "." + "A".repeat(86), "a.b.c")) {
            verify(none).statusCode(404);
        }
        verify("not a credential").statusCode(422);
        open("/v1/credentials/" + UUID.randomUUID()).statusCode(404);
        for (String tenant : List.of(group.tenant.toString(), UUID.randomUUID().toString())) {
            String issuer = "/v1/credentials/issuers/" + tenant + "/organizations/" + UUID.randomUUID();
            open(issuer).statusCode(404);
            open(issuer + "/status").statusCode(404);
            open(issuer + "/status/1").statusCode(404);
            open("/v1/credentials/issuers/" + tenant + "/keys/" + UUID.randomUUID())
                    .statusCode(404);
        }
        open("/v1/credentials/issuers/" + UUID.randomUUID() + "/organizations/" + group.catalogue.organization)
                .statusCode(404);
    }

    private static ValidatableResponse verify(String shown) {
        return RestAssured.given()
                .contentType("application/json")
                .body("{\"credential\": \"" + shown + "\"}")
                .post("/v1/credentials/verification")
                .then();
    }

    @Test
    void isVerifiedWithTheKeyOfItsTimeAfterAnExchange() throws Exception {
        String before = issued(graduate()).extract().path("credential");
        group.act("/v1/issuer-keys", "{}").then().statusCode(201).body("publicKey.crv", equalTo("P-256"));
        String after = issued(graduate()).extract().path("credential");
        List<String> kids = new ArrayList<>();
        for (String each : List.of(before, after)) {
            verified(each, keys());
            kids.add(new String(
                    Base64.getUrlDecoder().decode(each.substring(0, each.indexOf('.'))), StandardCharsets.UTF_8));
        }
        assertNotEquals(kids.get(0), kids.get(1));
        assertEquals(2, keys().path("keys").size());
        assertFalse(keys().toString().contains("\"d\":"));
    }
}
