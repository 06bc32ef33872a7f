package mx.trayecto.programs.credential;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The lists of what was revoked, as W3C Bitstring Status List 1.0 has them. */
@QuarkusTest
@TrayectoTest
class StatusListTest {
    private static final int PLACES = 131_072;

    /** All places of the first list are taken but one, by what was revoked since. */
    private static final String FILL = """
            INSERT INTO credential (tenant_id, id, version, created_at, enrollment_id, program_id, criteria_version,
              graduated_on, key_id, status_list, status_index, token, revoked_at, reason)
            SELECT c.tenant_id, gen_random_uuid(), 0, now(), c.enrollment_id, c.program_id, 1, c.graduated_on, c.key_id,
                   1, place, '', now(), 'MISTAKE'
              FROM credential c, generate_series(0, 131071) place
             WHERE c.id = ?::uuid AND place NOT IN (c.status_index, ?)""";

    private Group group;
    private UUID woman;

    @BeforeEach
    void graduate() {
        group = new Group(5);
        woman = Graduating.byException(group);
    }

    private String issued(UUID enrollment) {
        return group.act("/v1/enrollments/" + enrollment + "/credentials", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private String held(UUID enrollment) {
        return group.read("/v1/enrollments/" + enrollment + "/credentials").path("items[0].credential");
    }

    private static JsonNode status(JsonNode credential) {
        return credential.path("credentialStatus");
    }

    private String lists() {
        return "http://localhost:8080/v1/credentials/issuers/" + group.tenant + "/organizations/"
                + group.catalogue.organization + "/status";
    }

    @Test
    void isWhatTheStandardWants() throws Exception {
        issued(woman);
        JsonNode credential = new Verifier().verify(held(woman));
        String address = lists() + "/1";
        assertEquals(address, status(credential).path("statusListCredential").asText());
        assertEquals(
                address + "#" + status(credential).path("statusListIndex").asText(),
                status(credential).path("id").asText());
        Response published = Verifier.read(address);
        assertEquals("application/vc+jwt", published.contentType());
        assertEquals(
                "vc+jwt",
                JWSObject.parse(published.asString()).getHeader().getType().getType());
        JsonNode list = new Verifier().signed(published.asString());
        assertEquals(
                "[\"VerifiableCredential\",\"BitstringStatusListCredential\"]",
                list.path("type").toString());
        assertEquals(
                "[\"https://www.w3.org/ns/credentials/v2\"]",
                list.path("@context").toString());
        assertEquals(address, list.path("id").asText());
        JsonNode subject = list.path("credentialSubject");
        assertEquals(address + "#list", subject.path("id").asText());
        assertEquals("BitstringStatusList", subject.path("type").asText());
        assertEquals("revocation", subject.path("statusPurpose").asText());
        assertTrue(subject.path("encodedList").asText().matches("u[A-Za-z0-9_-]+"));
        assertEquals(16_384, Verifier.bits(list).length);
        assertEquals(60_000, subject.path("ttl").asInt());
        assertEquals("public, max-age=60", published.header("Cache-Control"));
        Instant until = Instant.parse(list.path("validUntil").asText());
        assertTrue(Instant.parse(list.path("validFrom").asText()).isBefore(Instant.now()));
        assertEquals(list.path("exp").asLong(), until.getEpochSecond());
        assertTrue(until.isAfter(Instant.now().plusSeconds(3_600)));
    }

    /** A signed credential cannot be told another address. */
    @Test
    void isFoundWhereItWasBeforeItHadANumber() throws Exception {
        issued(woman);
        JsonNode list =
                new Verifier().signed(Verifier.read(lists()).then().extract().asString());
        assertEquals(lists(), list.path("id").asText());
        assertEquals(lists() + "#list", list.at("/credentialSubject/id").asText());
    }

    @Test
    void isNoneThatHasNotBegun() {
        issued(woman);
        String path = lists().substring("http://localhost:8080".length());
        for (String number : List.of("0", "2", "-1", "x", "99999999999")) {
            RestAssured.get(path + "/" + number).then().statusCode(404);
        }
    }

    @Test
    void aSecondOneOpensOnceTheFirstIsFull() throws Exception {
        String first = issued(woman);
        JsonNode taken = status(new Verifier().verify(held(woman)));
        int free = (taken.path("statusListIndex").asInt() + 1) % PLACES;
        Database.query("programs", FILL, first, free);

        List<UUID> more = List.of(Graduating.byException(group), Graduating.byException(group));
        group.act("/v1/cohorts/" + group.cohort + "/credentials", "{}").then().statusCode(200);
        List<JsonNode> placed = new ArrayList<>();
        for (UUID each : more) {
            placed.add(status(new Verifier().verify(held(each))));
        }
        assertEquals(
                List.of(lists() + "/1", lists() + "/2"),
                placed.stream()
                        .map(status -> status.path("statusListCredential").asText())
                        .sorted()
                        .toList());
        JsonNode last = placed.stream()
                .filter(status -> status.path("statusListCredential").asText().endsWith("/1"))
                .findFirst()
                .orElseThrow();
        assertEquals(free, last.path("statusListIndex").asInt());
        assertEquals(PLACES - 2, ones("/1"), "all that fill it are revoked, and neither of the two that hold");
        assertEquals(0, ones("/2"));

        UUID begun = more.get(1 - placed.indexOf(last));
        String id = group.read("/v1/enrollments/" + begun + "/credentials").path("items[0].id");
        JsonNode credential = new Verifier().verify(held(begun));
        group.act("/v1/credentials/" + id + "/revocation", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
        assertTrue(new Verifier().revoked(credential));
        assertEquals(1, ones("/2"));
        assertEquals(PLACES - 2, ones("/1"));
        issued(begun);
        assertEquals(List.of("2"), issuedLast(begun));
    }

    private int ones(String list) throws Exception {
        int ones = 0;
        for (byte each : Verifier.bits(
                new Verifier().signed(Verifier.read(lists() + list).asString()))) {
            ones += Integer.bitCount(each & 0xFF);
        }
        return ones;
    }

    private static List<String> issuedLast(UUID enrollment) throws SQLException {
        return Database.query(
                "programs",
                "SELECT status_list FROM credential WHERE enrollment_id = ? AND revoked_at IS NULL",
                enrollment);
    }

    /** Neither when one was issued nor how many there are can be told from a place. */
    @Test
    void placesAreGivenByChance() {
        StatusPlaces places = new StatusPlaces(1, new java.util.BitSet());
        int rises = 0;
        int high = 0;
        int before = 0;
        for (int i = 0; i < 1_000; i++) {
            int index = places.next().index();
            rises += index > before ? 1 : 0;
            high += index >= PLACES / 2 ? 1 : 0;
            before = index;
        }
        assertTrue(rises > 400 && rises < 600, "rose " + rises + " times of 1,000");
        assertTrue(high > 400 && high < 600, high + " of 1,000 were in the upper half");
    }
}
