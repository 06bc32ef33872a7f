package mx.trayecto.programs.field;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every class of bad input is told by its field, stores nothing, and is never repeated back. */
@QuarkusTest
@TrayectoTest
class BadInputTest {
    private static Catalogue shared;

    private Catalogue catalogue;

    @BeforeEach
    void setUp() {
        shared = shared == null ? new Catalogue() : shared;
        catalogue = shared;
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                row(Kind.ORGANIZATION, "\"ProSociedad\"", "\"\"", "/name/es"),
                row(Kind.ORGANIZATION, "\"ProSociedad\"", "\"   \"", "/name/es"),
                row(Kind.ORGANIZATION, "\"ProSociedad\"", "\"a\\u0000b\"", "/name/es"),
                row(Kind.ORGANIZATION, "\"ProSociedad\"", "\"a\\u0007b\"", "/name/es"),
                row(Kind.ORGANIZATION, "\"ProSociedad\"", "\"a\\nb\"", "/name/es"),
                row(Kind.ORGANIZATION, "\"ProSociedad\"", "\"Flor 🌸\"", "/name/es"),
                row(Kind.ORGANIZATION, "\"ProSociedad\"", '"' + "x".repeat(501) + '"', "/name/es"),
                row(Kind.ORGANIZATION, "\"ProSociedad\"", "17", "/name/es"),
                row(Kind.ORGANIZATION, "\"civil-society\"", "\"guild\"", "/kind"),
                row(Kind.ORGANIZATION, "\"civil-society\"", "3", "/kind"),
                row(Kind.ORGANIZATION, "\"civil-society\"", "null", "/kind"),
                row(Kind.ORGANIZATION, "\"14\"", "\"33\"", "/state"),
                row(Kind.ORGANIZATION, "\"14\"", "14", "/state"),
                row(Kind.ORGANIZATION, "\"14039\"", "\"20067\"", "/municipality"),
                row(Kind.ORGANIZATION, "\"14039\"", "\"14000\"", "/municipality"),
                row(Kind.AGREEMENT, "\"00222\"", "\"no. 222\"", "/number"),
                row(Kind.AGREEMENT, "\"2024-01-01\"", "\"2024-02-30\"", "/startsOn"),
                row(Kind.AGREEMENT, "\"2024-01-01\"", "\"0024-01-01\"", "/startsOn"),
                row(Kind.AGREEMENT, "\"2024-01-01\"", "\"2024-01-01\", \"endsOn\": \"2023-12-31\"", "/endsOn"),
                row(Kind.AGREEMENT, "\"2024-01-01\"", "[2024, 1, 1]", "/startsOn"),
                row(Kind.AGREEMENT, "\"2024-01-01\"", "\"2024-01-01T00:00:00Z\"", "/startsOn"),
                row(Kind.AGREEMENT, "\"2024-01-01\"", "\" 2024-01-01\"", "/startsOn"),
                row(Kind.AGREEMENT, "\"2024-01-01\"", "19723", "/startsOn"),
                row(Kind.AGREEMENT, "\"10.50\"", "\"10.505\"", "/amounts/0/amount"),
                row(Kind.AGREEMENT, "\"10.50\"", "10.5", "/amounts/0/amount"),
                row(Kind.AGREEMENT, "\"10.50\"", "\"-1.00\"", "/amounts/0/amount"),
                row(Kind.AGREEMENT, "\"MXN\"", "\"pesos\"", "/amounts/0/currency"),
                row(Kind.AGREEMENT, "\"MXN\"}", "\"MXN\"}, {\"amount\": \"1\", \"currency\": \"MXN\"}", "/amounts"),
                row(Kind.AGREEMENT, "\"accountable\"", "\"donor\"", "/parties/0/role"),
                row(Kind.AGREEMENT, "\"S010\"", "\"s-010\"", "/budgetKey"),
                row(Kind.CENTER, "\"America/Mexico_City\"", "\"Mexico\\/Guadalajara\"", "/timeZone"),
                row(Kind.CENTER, "\"2024-07-01\"", "\"2024-07-01\", \"closedOn\": \"2024-06-30\"", "/closedOn"),
                row(Kind.CENTER, "true", "\"yes\"", "/confidential"),
                row(
                        Kind.CENTER,
                        "true",
                        "true, \"equipment\": [{\"kind\": \"x\", \"quantity\": 0}]",
                        "/equipment/0/quantity"),
                row(Kind.CENTER, "true", "true, \"equipment\": [null]", "/equipment/0"),
                row(Kind.PROGRAM, "\"FM\"", "\"F M\"", "/code"),
                row(Kind.PROGRAM, "\"women\"", "\"men\"", "/audience"),
                row(Kind.PROGRAM, "\"sdg\"", "\"mdg\"", "/policyReferences/0/vocabulary"),
                row(Kind.PATHWAY, "\"hours\": 20", "\"hours\": 0", "/phases/0/modules/0/hours"),
                row(Kind.PATHWAY, "\"hours\": 20", "\"hours\": -1", "/phases/0/modules/0/hours"),
                row(Kind.PATHWAY, "\"hours\": 20", "\"hours\": 1e9", "/phases/0/modules/0/hours"),
                row(Kind.PATHWAY, "\"hours\": 20", "\"hours\": 1e999999999", "/phases/0/modules/0/hours"),
                row(Kind.PATHWAY, "\"hours\": 20", "\"hours\": 1e999999999999", "/phases/0/modules/0/hours"),
                row(Kind.PATHWAY, "\"hours\": 20", "\"hours\": 0e-99999", "/phases/0/modules/0/hours"),
                row(Kind.PATHWAY, "\"hours\": 20", "\"hours\": 1000e2147483640", "/phases/0/modules/0/hours"),
                row(Kind.PATHWAY, "Percent\": 80", "Percent\": 1e99999", "/criteria/minimumAttendancePercent"),
                row(Kind.ACTIVITY, "\"hours\": 20", "\"hours\": 1e999999999", "/hours"),
                row(Kind.ACTIVITY, "\"hours\": 20", "\"hours\": 0e99999", "/hours"),
                row(Kind.ACTIVITY, "\"count\": 31", "\"count\": 1e99999", "/headcounts/0/count"),
                row(Kind.ACTIVITY, "\"count\": 31", "\"count\": 0e-99999", "/headcounts/0/count"),
                row(Kind.ACTIVITY, "\"count\": 31", "\"count\": 99999999999999999999", "/headcounts/0/count"),
                row(Kind.INSTRUMENT, "\"from\": 1", "\"from\": 1e99999", "/questions/2/from"),
                row(Kind.COHORT, "\"capacity\": 30", "\"capacity\": 1e99999", "/capacity"),
                row(Kind.COHORT, "\"capacity\": 30", "\"capacity\": 0e-99999", "/capacity"),
                row(Kind.AGREEMENT, "\"10.50\"", "\"1e99999\"", "/amounts/0/amount"),
                row(Kind.PATHWAY, "\"hours\": 20", "\"hours\": \"20\"", "/phases/0/modules/0/hours"),
                row(Kind.PATHWAY, "\"M2\"", "\"M1\"", "/phases/0/modules/1/code"),
                row(Kind.PATHWAY, "Percent\": 80", "Percent\": 101", "/criteria/minimumAttendancePercent"),
                row(Kind.PATHWAY, "\"exit\"", "\"entry\"", "/criteria/instruments"),
                row(Kind.PATHWAY, "\"formacion\",", "\"formacion\", \"after\": [\"venta\"],", "/phases/0/after/0"),
                row(Kind.INSTRUMENT, "\"money\"", "\"choice\"", "/questions/0/options"),
                row(Kind.INSTRUMENT, "\"from\": 1", "\"from\": 5", "/questions/2/to"),
                row(Kind.INSTRUMENT, "\"ventas\"", "\"empleo\"", "/questions"),
                row(Kind.COHORT, "\"capacity\": 30", "\"capacity\": 0", "/capacity"),
                row(Kind.COHORT, "\"capacity\": 30", "\"capacity\": 2.5", "/capacity"),
                row(Kind.COHORT, "\"capacity\": 30", "\"capacity\": 100001", "/capacity"),
                row(Kind.COHORT, "\"2024-10-11\"", "\"2024-06-09\"", "/endsOn"),
                row(Kind.STAFF, "\"Zoraida\"", "\"Zoraida 🌸\"", "/givenName"),
                row(Kind.STAFF, "\"Zoraida\"", "\"7oraida\"", "/givenName"),
                row(Kind.STAFF, "\"zoraida@example.org\"", "\"zoraida\"", "/email"),
                row(Kind.ACTIVITY, "\"count\": 31", "\"count\": -31", "/headcounts/0/count"),
                row(Kind.ACTIVITY, "\"male\"", "\"all\"", "/headcounts"),
                row(Kind.ACTIVITY, "\"male\"", "\"female\"", "/headcounts"),
                row(Kind.ACTIVITY, "\"2024-09-02\"", "\"2099-09-02\"", "/endsOn"));
    }

    private static Arguments row(Kind kind, String good, String bad, String pointer) {
        return Arguments.of(kind, good, bad, pointer);
    }

    @ParameterizedTest(name = "{0}: {3} {2}")
    @MethodSource
    void bad(Kind kind, String good, String bad, String pointer) {
        String body = kind.body(catalogue);
        assertTrue(body.contains(good), "the example no longer holds " + good);
        String before = Caller.with(catalogue.coordinator).get(kind.path).asString();
        Caller.post(catalogue.coordinator)
                .contentType("application/json; charset=utf-8")
                .body(body.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)))
                .post(kind.path)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation"))
                .body("errors.pointer", hasItem(pointer));
        assertTrue(
                before.equals(Caller.with(catalogue.coordinator).get(kind.path).asString()), "something was stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999", "1e999999999", "-1e99999", "0e-99999", "0e99999", "1e-99999"})
    void refusesNumbersThatNobodyWrites(String number) {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        UUID session = group.session("2024-06-11", "3");
        UUID mentorship = group.catalogue.create(
                "/v1/mentorships",
                "{\"mentor\": \"%s\", \"mentees\": [], \"startsOn\": \"2024-06-11\"}".formatted(woman));
        String hours = "\"on\": \"2024-06-12\", \"hours\": " + number;
        for (Response refused : List.of(
                group.act("/v1/cohorts/" + group.cohort + "/sessions", "{" + hours + "}"),
                group.act("/v1/mentorships/" + mentorship + "/sessions", "{" + hours + "}"),
                group.act("/v1/sessions/" + session + "/attendance", """
                        {"entries": [{"enrollment": "%s", "attended": true, "hours": %s}]}""".formatted(woman, number)),
                Caller.patch(group.token, "\"v0\"")
                        .body("{\"hours\": " + number + "}")
                        .patch("/v1/sessions/" + session))) {
            refused.then().statusCode(422).body("errors.pointer", hasItem(endsWith("/hours")));
        }
    }

    @Test
    void tellsAllErrorsAtOnceInTheLanguageAskedForAndNeverTheValue() {
        Caller.post(catalogue.coordinator)
                .header("Accept-Language", "en")
                .body("{\"name\": {}, \"kind\": \"secret-guild\", \"state\": \"99\", \"extra\": 1}")
                .post("/v1/organizations")
                .then()
                .statusCode(422)
                .header("Content-Language", "en")
                .body("errors.pointer", hasItems("/name/es", "/kind", "/state", "/extra"))
                .body(not(containsString("secret-guild")));
    }

    @Test
    void tellsReferencesThatLeadNowhereAsIfTheyWereAnothersOrAbsent() {
        Catalogue stranger = new Catalogue();
        for (UUID nowhere : List.of(stranger.organization, UUID.randomUUID())) {
            Caller.post(catalogue.coordinator)
                    .body(Kind.CENTER.body(catalogue).replace(catalogue.organization.toString(), nowhere.toString()))
                    .post("/v1/centers")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/organization"))
                    .body("errors.code", hasItem("unknown-reference"));
        }
        Caller.post(catalogue.coordinator)
                .body(stranger.cohort("G1", 30))
                .post("/v1/cohorts")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/program", "/pathway", "/center", "/agreement"));
    }

    @Test
    void tellsUnreadableFiltersAndPages() {
        var caller = Tokens.analyst(catalogue.tenant);
        Caller.with(caller)
                .get("/v1/cohorts?program=SCE&status=lost")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("program", "status"));
        Caller.with(caller).get("/v1/cohorts?limit=0").then().statusCode(422);
        Caller.with(caller).get("/v1/cohorts?limit=201").then().statusCode(422);
        Caller.with(caller)
                .get("/v1/cohorts?cursor=made-up")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        Caller.with(caller).get("/v1/cohorts/not-an-id").then().statusCode(404);
    }
}
