package mx.trayecto.programs.credential;

import java.net.URI;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What Open Badges 3.0 and the W3C require of a credential, of one whoever reads it knows nothing else of; and of many at once. */
@QuarkusTest
@TrayectoTest
class OpenBadgeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GRADUATES = """
            INSERT INTO enrollment (tenant_id, id, version, created_at, participant_id, program_id, cohort_id, center_id,
              status, status_on, applied_on, enrolled_on, joined_on, graduated_on, criteria_version)
            SELECT tenant_id, gen_random_uuid(), 0, now(), participant_id, program_id, cohort_id, center_id,
                   'GRADUATED', '2024-10-11', applied_on, enrolled_on, joined_on, '2024-10-11', 1
              FROM enrollment, generate_series(1, ?) WHERE id = ? RETURNING id""";

    private Group group;
    private List<String> graduates;

    @BeforeEach
    void begin() {
        group = new Group(5);
    }

    private void graduates(int many) throws SQLException {
        graduates = Database.query("programs", GRADUATES, many, group.enrolled());
    }

    private List<String> issueAll() {
        return group.act("/v1/cohorts/" + group.cohort + "/credentials", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("holders");
    }

    private JWSObject held(String enrollment) throws Exception {
        return JWSObject.parse(group.read("/v1/enrollments/" + enrollment + "/credentials")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].credential"));
    }

    /** What an address in a credential leads to, without a token; the gateway is left out in this test. */
    private static String read(String address) {
        assertTrue(address.startsWith("http://localhost:8080/"), address);
        return RestAssured.given()
                .get(URI.create(address).getPath())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonNode json(JWSObject token) throws Exception {
        return JSON.readTree(token.getPayload().toString());
    }

    private static List<?> list(JsonNode node) {
        assertTrue(node.isArray(), node.toString());
        return JSON.convertValue(node, List.class);
    }

    private static void filled(JsonNode of, String... fields) {
        for (String field : fields) {
            assertFalse(of.path(field).asText().isBlank(), field + " of " + of);
        }
    }

    @Test
    void hasWhatAnAchievementCredentialMustHave() throws Exception {
        graduates(1);
        issueAll();
        JWSObject token = held(graduates.getFirst());
        JsonNode credential = json(token);
        assertEquals(
                List.of(
                        "https://www.w3.org/ns/credentials/v2",
                        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
                list(credential.path("@context")));
        assertEquals(List.of("VerifiableCredential", "OpenBadgeCredential"), list(credential.path("type")));
        filled(credential, "id", "name", "validFrom");
        assertTrue(URI.create(credential.path("id").asText()).isAbsolute());
        OffsetDateTime from = OffsetDateTime.parse(credential.path("validFrom").asText());
        JsonNode issuer = credential.path("issuer");
        assertEquals(List.of("Profile"), list(issuer.path("type")));
        filled(issuer, "id", "name");
        JsonNode subject = credential.path("credentialSubject");
        assertTrue(subject.path("id").asText().startsWith("urn:uuid:"));
        assertEquals(List.of("AchievementSubject"), list(subject.path("type")));
        JsonNode achievement = subject.path("achievement");
        assertTrue(URI.create(achievement.path("id").asText()).isAbsolute());
        assertEquals(List.of("Achievement"), list(achievement.path("type")));
        filled(achievement, "name", "description");
        filled(achievement.path("criteria"), "narrative");
        JsonNode status = credential.path("credentialStatus");
        assertEquals("BitstringStatusListEntry", status.path("type").asText());
        assertEquals("revocation", status.path("statusPurpose").asText());
        assertTrue(status.path("statusListIndex").isTextual());
        filled(status, "id", "statusListCredential");

        assertEquals(issuer.path("id"), credential.path("iss"));
        assertEquals(credential.path("id"), credential.path("jti"));
        assertEquals(subject.path("id"), credential.path("sub"));
        assertEquals(from.toEpochSecond(), credential.path("nbf").asLong());
        assertEquals(JWSAlgorithm.ES256, token.getHeader().getAlgorithm());
        assertEquals(JOSEObjectType.JWT, token.getHeader().getType());
    }

    @Test
    void isVerifiedFromItself() throws Exception {
        graduates(1);
        issueAll();
        JWSObject token = held(graduates.getFirst());
        JsonNode credential = json(token);
        String kid = token.getHeader().getKeyID();
        ECKey key = ECKey.parse(read(kid));
        assertFalse(key.isPrivate());
        assertTrue(token.verify(new ECDSAVerifier(key)));
        assertEquals(kid, key.getKeyID());

        JsonNode profile = JSON.readTree(read(credential.path("iss").asText()));
        assertEquals(credential.path("iss"), profile.path("id"));
        assertEquals(credential.at("/issuer/name"), profile.path("name"));
        assertEquals("http://localhost:8080", profile.path("url").asText());
        assertTrue(list(profile.path("type")).contains("Profile"));
        assertTrue(list(profile.path("assertionMethod")).contains(kid));
        JsonNode method = profile.at("/verificationMethod/0");
        assertEquals(kid, method.path("id").asText());
        assertEquals(profile.path("id"), method.path("controller"));
        assertEquals(key, ECKey.parse(method.path("publicKeyJwk").toString()));
        assertEquals(key, JWKSet.parse(read(profile.path("jwks_uri").asText())).getKeyByKeyId(kid));

        JWSObject list = JWSObject.parse(
                read(credential.at("/credentialStatus/statusListCredential").asText()));
        assertTrue(
                list.verify(new ECDSAVerifier(ECKey.parse(read(list.getHeader().getKeyID())))));
        assertEquals(credential.path("iss"), json(list).path("issuer"));
        assertEquals(
                credential.at("/credentialStatus/statusListCredential"),
                json(list).path("id"));

        assertEquals(
                "valid",
                JSON.readTree(read(credential.path("id").asText()))
                        .path("state")
                        .asText());
    }

    @Test
    void isGivenToAWholeCohortAtOnce() throws Exception {
        graduates(400);
        Set<String> all = new HashSet<>(graduates);
        String before = group.act("/v1/enrollments/" + graduates.getFirst() + "/credentials", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        assertEquals(all, new HashSet<>(issueAll()));
        assertEquals(List.of(), issued("HAVING count(*) <> 1"));
        assertEquals(400, issued("").size());
        assertEquals(all, new HashSet<>(issueAll()));
        assertEquals(400, issued("").size());
        assertEquals(
                List.of(before),
                Database.query(
                        "programs",
                        "SELECT id FROM credential WHERE enrollment_id = ?",
                        UUID.fromString(graduates.getFirst())));
        assertEquals(
                List.of("400"),
                Database.query(
                        "programs",
                        "SELECT count(DISTINCT (c.status_index, c.token)) FROM credential c JOIN event_counter n"
                                + " ON n.tenant_id = c.tenant_id AND n.aggregate_id = c.id WHERE c.tenant_id = ?"
                                + " AND n.last_sequence = 1",
                        group.tenant));
    }

    private List<String> issued(String having) throws SQLException {
        return Database.query(
                "programs",
                "SELECT enrollment_id FROM credential WHERE tenant_id = ? GROUP BY enrollment_id " + having,
                group.tenant);
    }
}
