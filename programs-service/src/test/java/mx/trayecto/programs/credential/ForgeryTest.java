package mx.trayecto.programs.credential;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What is no credential, or one no longer, is believed neither by a partner who verifies it alone nor by this service. */
@QuarkusTest
@TrayectoTest
class ForgeryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final String STOLEN = """
            INSERT INTO issuer_key (tenant_id, id, version, created_at, public_key, sealed, retired_at)
            VALUES (?, ?::uuid, 0, now(), ?::jsonb, '\\x00', now()) RETURNING id""";

    private Group group;
    private String id;
    private String issued;
    private String[] parts;

    @BeforeEach
    void issue() {
        group = new Group(5);
        UUID woman = Graduating.byException(group);
        var made = group.act("/v1/enrollments/" + woman + "/credentials", "{}")
                .then()
                .statusCode(200)
                .extract();
        id = made.path("id");
        issued = made.path("credential");
        parts = issued.split("\\.");
    }

    private static ValidatableResponse shown(String token) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("credential", token))
                .post("/v1/credentials/verification")
                .then();
    }

    private static void refused(Verifier.Step at, String forged) {
        assertEquals(at, assertThrows(Verifier.Refused.class, () -> new Verifier().verify(forged)).at);
        shown(forged).statusCode(404).body("code", equalTo("not-found"));
    }

    private ObjectNode claims() throws Exception {
        return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    private JsonNode header() throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
    }

    private static String coded(Object json) {
        return TEXT.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(ECKey key, String kid, JsonNode claims) throws Exception {
        JWSObject forged = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).build(), new Payload(claims.toString()));
        forged.sign(new ECDSASigner(key));
        return forged.serialize();
    }

    /** A key in the hands of others, whose public part a tenant publishes. */
    private static String published(UUID tenant, ECKey key) throws SQLException {
        UUID at = UUID.randomUUID();
        Database.query("programs", STOLEN, tenant, at, key.toPublicJWK().toJSONString());
        return "http://localhost:8080/v1/credentials/issuers/" + tenant + "/keys/" + at;
    }

    private static ECKey key() throws Exception {
        return new ECKeyGenerator(Curve.P_256).generate();
    }

    @Test
    void theTrueOneIsBelievedByBoth() throws Exception {
        assertEquals(
                "Segunda Oportunidad",
                new Verifier().verify(issued).path("name").asText());
        shown(issued).statusCode(200).body("state", equalTo("valid"));
    }

    @Test
    void whatWasChangedIsNotBelieved() throws Exception {
        ObjectNode more = claims().put("name", "Maestría");
        refused(Verifier.Step.SIGNATURE, parts[0] + "." + coded(more) + "." + parts[2]);
        refused(Verifier.Step.SIGNATURE, parts[0] + "." + parts[1] + "." + "A".repeat(86));
    }

    @Test
    void whatIsNotSignedIsNotBelieved() throws Exception {
        ObjectNode none = ((ObjectNode) header()).put("alg", "none");
        refused(Verifier.Step.SIGNATURE, coded(none) + "." + parts[1] + "." + parts[2]);
        String unsigned = coded(none) + "." + parts[1] + ".";
        assertThrows(Verifier.Refused.class, () -> new Verifier().verify(unsigned));
        shown(unsigned).statusCode(422);
    }

    /** A public key is no secret: taken for one, anybody could sign with it. */
    @Test
    void whatIsSignedWithThePublicKeyAsASecretIsNotBelieved() throws Exception {
        String kid = header().path("kid").asText();
        JWSObject forged = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(),
                new Payload(claims().put("name", "Maestría").toString()));
        forged.sign(new MACSigner(Verifier.read(kid).asString()));
        refused(Verifier.Step.SIGNATURE, forged.serialize());
    }

    @Test
    void whatAStrangerSignsIsNotBelieved() throws Exception {
        refused(Verifier.Step.SIGNATURE, signed(key(), header().path("kid").asText(), claims()));
        refused(Verifier.Step.KEY, signed(key(), "https://example.org/keys/1", claims()));
    }

    /** Its signature is right, but that key may not sign for this issuer. */
    @Test
    void whatAnotherTenantsKeySignsIsNotBelieved() throws Exception {
        ECKey theirs = key();
        String kid = published(new Catalogue().tenant, theirs);
        refused(Verifier.Step.ISSUER, signed(theirs, kid, claims()));
    }

    @Test
    void whatNamesAnotherIssuerIsNotBelieved() throws Exception {
        ECKey own = key();
        String kid = published(group.tenant, own);
        String other =
                "http://localhost:8080/v1/credentials/issuers/" + group.tenant + "/organizations/" + UUID.randomUUID();
        refused(Verifier.Step.CLAIMS, signed(own, kid, claims().put("iss", other)));
        ObjectNode both = claims().put("iss", other);
        ((ObjectNode) both.path("issuer")).put("id", other);
        refused(Verifier.Step.KEY, signed(own, kid, both));
    }

    /** A partner cannot tell, as long as the key is published; here it is held against the one that was issued. */
    @Test
    void whatAStolenKeySignsIsBelievedByNobodyOnceTheKeyIsWithdrawn() throws Exception {
        ECKey stolen = key();
        String kid = published(group.tenant, stolen);
        String forged = signed(stolen, kid, claims().put("name", "Maestría"));
        assertEquals("Maestría", new Verifier().verify(forged).path("name").asText());
        shown(forged).statusCode(404);
        String path = URI.create(kid).getPath();
        group.act("/v1/issuer-keys/" + path.substring(path.lastIndexOf('/') + 1) + "/withdrawal", "{}")
                .then()
                .statusCode(200);
        refused(Verifier.Step.KEY, forged);
        assertEquals(
                "Segunda Oportunidad",
                new Verifier().verify(issued).path("name").asText());
    }

    @Test
    void whatWasRevokedIsNotBelieved() {
        group.act("/v1/credentials/" + id + "/revocation", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
        assertEquals(
                Verifier.Step.REVOKED, assertThrows(Verifier.Refused.class, () -> new Verifier().verify(issued)).at);
        shown(issued).statusCode(200).body("state", equalTo("revoked"));
    }

    /** Whoever holds back the newest list gains a day at most. */
    @Test
    void anOldStatusListIsNotBelieved() throws Exception {
        new Verifier(Instant.now().plus(Duration.ofHours(23))).verify(issued);
        Verifier late = new Verifier(Instant.now().plus(Duration.ofHours(25)));
        assertEquals(Verifier.Step.TIME, assertThrows(Verifier.Refused.class, () -> late.verify(issued)).at);
    }

    /** Whoever asks learns of nothing whether it is not there or another's. */
    @Test
    void whatIsNotThereIsAnsweredAlike() throws Exception {
        UUID stranger = UUID.randomUUID();
        UUID empty = new Catalogue().tenant;
        String key = header().path("kid").asText();
        String own = key.substring(key.lastIndexOf('/'));
        String organization = "/organizations/" + group.catalogue.organization;
        String none = "/v1/credentials/issuers/" + stranger;
        String others = "/v1/credentials/issuers/" + empty;
        for (String leaf : new String[] {"/keys" + own, organization, organization + "/status/1"}) {
            assertEquals(told(none + leaf), told(others + leaf), leaf);
        }
        assertEquals(told("/v1/credentials/" + stranger), told("/v1/credentials/" + group.catalogue.organization));
        assertEquals(
                RestAssured.get(none + "/keys").asString(),
                RestAssured.get(others + "/keys").asString());
    }

    private static String told(String path) {
        var answer = RestAssured.get(path).then().statusCode(404).extract();
        return answer.path("type").toString()
                + answer.path("title")
                + answer.path("detail")
                + answer.path("errors")
                + answer.header("Cache-Control");
    }
}
