package mx.trayecto.indicators.indicator;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.patch;
import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.put;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class IndicatorApiTest {
    private final UUID tenant = UUID.randomUUID();
    private final Requests requests = new Requests(tenant);

    @Test
    void aFrameworkIsMadeReadListedAndChanged() {
        String id = requests.framework("M-1");
        Response read = with(requests.analyst).get("/v1/frameworks/" + id);
        read.then().statusCode(200).header("ETag", "\"v0\"").body("results[0].children[0].code", equalTo("1.1"));
        patch(requests.analyst, read.header("ETag"))
                .body("{\"title\":{\"es\":\"Otro marco\"}}")
                .patch("/v1/frameworks/" + id)
                .then()
                .statusCode(200)
                .body("title.es", equalTo("Otro marco"), "version", equalTo(1));
        patch(requests.analyst, "\"v0\"")
                .body("{\"title\":{\"es\":\"Tarde\"}}")
                .patch("/v1/frameworks/" + id)
                .then()
                .statusCode(412);
        with(requests.reviewer).get("/v1/frameworks").then().statusCode(200).body("items.id", contains(id));
    }

    @Test
    void codesAreUniqueAndResultsInUseStay() {
        String framework = requests.framework("M-2");
        post(requests.analyst)
                .body(Requests.FRAMEWORK.formatted("M-2"))
                .post("/v1/frameworks")
                .then()
                .statusCode(409)
                .body("code", equalTo("code-taken"))
                .header("Location", endsWith("/v1/frameworks/" + framework));
        String indicator = requests.define(framework, "1.1.a", "").path("id");
        requests.define(framework, "1.1.a", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("code-taken"))
                .header("Location", endsWith("/v1/indicators/" + indicator));
        post(Tokens.of("indicators:write", tenant))
                .body(Requests.FRAMEWORK.formatted("M-2"))
                .post("/v1/frameworks")
                .then()
                .statusCode(409)
                .header("Location", nullValue());
        patch(requests.analyst, "\"v0\"")
                .body("{\"results\":[{\"code\":\"9\",\"level\":\"output\",\"title\":{\"es\":\"Nuevo\"}}]}")
                .patch("/v1/frameworks/" + framework)
                .then()
                .statusCode(409)
                .body("code", equalTo("result-in-use"));
    }

    @Test
    void aTreeWithCodesTwiceIsRefused() {
        post(requests.analyst)
                .body(Requests.FRAMEWORK.formatted("M-3").replace("\"1.1\"", "\"1\""))
                .post("/v1/frameworks")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/results/0/children/0/code"));
    }

    @Test
    void everythingWrongWithAnIndicatorIsToldAtOnce() {
        String framework = requests.framework("M-4");
        post(requests.analyst)
                .body("""
                        {"framework":"%s","result":"7","code":"1.1.b","title":{"es":"Personal"},
                         "measureKind":"percentage","countingBasis":"persons",
                         "baseline":{"kind":"number","text":{"es":"No aplica"}},
                         "target":{"kind":"number","number":5,"period":"2024"},
                         "measure":{"type":"count","of":"activity","basis":"persons",
                           "where":{"role":"mentor","agreement":"%s","centers":["%s"],
                                    "from":"2024-12-31","to":"2024-01-01"}}}""".formatted(framework, UUID.randomUUID(), UUID.randomUUID()))
                .post("/v1/indicators")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/result",
                                "/baseline",
                                "/target/period",
                                "/measure",
                                "/measure/basis",
                                "/measure/where/role",
                                "/measure/where/agreement",
                                "/measure/where/centers",
                                "/measure/where/to"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"count\",\"of\":\"center-opened\",\"basis\":\"institutions\"",
                "\"type\":\"count\",\"of\":\"staff\",\"basis\":\"persons\"",
                "\"type\":\"count\",\"of\":\"activity\",\"basis\":\"records\"",
                "\"type\":\"sum\",\"of\":\"headcount\"",
                "\"type\":\"sum\",\"of\":\"activity-hours\""
            })
    void whatIsOfNoProgrammeCannotBeNarrowedToOne(String measure) {
        requests.define(requests.framework("M-12"), "1.1", """
                        ,"measure":{%s,"where":{"program":"%s","cohorts":["%s"]}}""".formatted(measure, UUID.randomUUID(), UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body(
                        "errors.findAll { it.code == 'filter' }.pointer",
                        containsInAnyOrder("/measure/where/program", "/measure/where/cohorts"));
    }

    @Test
    void brokenJsonIsMalformed() {
        post(requests.analyst)
                .body("{\"code\":")
                .post("/v1/frameworks")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
    }

    @Test
    void anotherMeasureRaisesItsVersionAndTargetsOfPeriodsStay() throws SQLException {
        String framework = requests.framework("M-6");
        String id = requests.define(
                        framework, "1.1", ",\"target\":{\"kind\":\"number\",\"number\":70}" + Requests.graduated(""))
                .then()
                .statusCode(201)
                .body("measureVersion", equalTo(1), "direction", equalTo("ascending"))
                .extract()
                .path("id");
        put(requests.analyst, "\"v0\"")
                .body("""
                        {"targets":[{"kind":"number","number":70},{"kind":"number","number":30,"period":"2024-Q3"}]}""")
                .put("/v1/indicators/" + id + "/targets")
                .then()
                .statusCode(200)
                .body("target.number", equalTo(70), "targets", hasSize(2));
        put(requests.analyst, "\"v1\"")
                .body("""
                        {"targets":[{"kind":"number","number":1},{"kind":"number","number":2,"period":"all"},
                          {"kind":"number","number":3,"period":"2024-Q3"},
                          {"kind":"number","number":4,"period":"2024-07-01/2024-09-30"}]}""")
                .put("/v1/indicators/" + id + "/targets")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/targets/1/period", "/targets/3/period"));
        for (String quarter : List.of("2024-Q3", "2024-07-01/2024-09-30")) {
            with(requests.analyst)
                    .get("/v1/frameworks/" + framework + "/achievement?period=" + quarter)
                    .then()
                    .statusCode(200)
                    .body("rows[0].target.number", equalTo(30), "period", equalTo("2024-Q3"));
        }
        patch(requests.analyst, "\"v1\"")
                .body("{\"measure\":{\"basis\":\"enrolments\"}}")
                .patch("/v1/indicators/" + id)
                .then()
                .statusCode(200)
                .body("measureVersion", equalTo(2), "measure.of", equalTo("graduated"), "targets", hasSize(2));
        patch(requests.analyst, "\"v2\"")
                .body("{\"explanation\":{\"es\":\"Se suman tres centros\"}}")
                .patch("/v1/indicators/" + id)
                .then()
                .statusCode(200)
                .body("measureVersion", equalTo(2));
        assertEquals(
                List.of("1", "2"),
                Database.query(
                        "indicators",
                        "SELECT number FROM measure_version WHERE indicator_id = ? ORDER BY 1",
                        UUID.fromString(id)));
    }

    @ParameterizedTest
    @CsvSource({"period=2024-13", "period=2024-02-30/2024-03-01", "by=mood", "by=center&period=never"})
    void aBreakdownThatIsNoneIsRefused(String query) {
        String id = requests.define(requests.framework("M-8"), "1.1", Requests.graduated(""))
                .path("id");
        with(requests.analyst)
                .get("/v1/indicators/" + id + "/values?" + query)
                .then()
                .statusCode(422)
                .body("errors", hasSize(1));
    }
}
