package mx.trayecto.indicators.indicator;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.indicators.history.Delivery;
import mx.trayecto.indicators.history.RandomStory;
import mx.trayecto.indicators.history.Story;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.patch;
import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.put;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class IndicatorApiTest {
    private static final String FRAMEWORK = """
            {"code":"%s","title":{"es":"Marco"},"kind":"donor","results":[
              {"code":"1","level":"outcome","title":{"es":"Efecto"},"children":[
                {"code":"1.1","level":"output","title":{"es":"Producto"}}]}]}""";

    private final UUID tenant = UUID.randomUUID();
    private final String analyst = Tokens.analyst(tenant);
    private final String reviewer = Tokens.reviewer(tenant);

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    private String framework(String code) {
        return post(analyst)
                .body(FRAMEWORK.formatted(code))
                .post("/v1/frameworks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response define(String framework, String code, String more) {
        return post(analyst).body("""
                        {"framework":"%s","result":"1.1","code":"%s","title":{"es":"Mujeres graduadas"},
                         "measureKind":"count","countingBasis":"persons"%s}""".formatted(framework, code, more)).post("/v1/indicators");
    }

    private static String graduated(String where) {
        return ",\"measure\":{\"type\":\"count\",\"of\":\"graduated\",\"basis\":\"persons\",\"where\":{" + where + "}}";
    }

    @Test
    void aFrameworkIsMadeReadListedAndChanged() {
        String id = framework("M-1");
        Response read = with(analyst).get("/v1/frameworks/" + id);
        read.then().statusCode(200).header("ETag", "\"v0\"").body("results[0].children[0].code", equalTo("1.1"));
        patch(analyst, read.header("ETag"))
                .body("{\"title\":{\"es\":\"Otro marco\"}}")
                .patch("/v1/frameworks/" + id)
                .then()
                .statusCode(200)
                .body("title.es", equalTo("Otro marco"), "version", equalTo(1));
        patch(analyst, "\"v0\"")
                .body("{\"title\":{\"es\":\"Tarde\"}}")
                .patch("/v1/frameworks/" + id)
                .then()
                .statusCode(412);
        with(reviewer).get("/v1/frameworks").then().statusCode(200).body("items.id", contains(id));
    }

    @Test
    void codesAreUniqueAndResultsInUseStay() {
        String framework = framework("M-2");
        post(analyst)
                .body(FRAMEWORK.formatted("M-2"))
                .post("/v1/frameworks")
                .then()
                .statusCode(409)
                .body("code", equalTo("code-taken"));
        define(framework, "1.1.a", "").then().statusCode(201);
        define(framework, "1.1.a", "").then().statusCode(409).body("code", equalTo("code-taken"));
        patch(analyst, "\"v0\"")
                .body("{\"results\":[{\"code\":\"9\",\"level\":\"output\",\"title\":{\"es\":\"Nuevo\"}}]}")
                .patch("/v1/frameworks/" + framework)
                .then()
                .statusCode(409)
                .body("code", equalTo("result-in-use"));
    }

    @Test
    void aTreeWithCodesTwiceIsRefused() {
        post(analyst)
                .body(FRAMEWORK.formatted("M-3").replace("\"1.1\"", "\"1\""))
                .post("/v1/frameworks")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/results/0/children/0/code"));
    }

    @Test
    void everythingWrongWithAnIndicatorIsToldAtOnce() {
        String framework = framework("M-4");
        post(analyst)
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
    @CsvSource(
            delimiter = '|',
            value = {
                "\"code\":\"con espacio\"|/code",
                "\"title\":{\"es\":\"\\u0000\"}|/title/es",
                "\"title\":{\"es\":\"Ni\u00f1as \uD83D\uDE00\"}|/title/es",
                "\"title\":{\"en\":\"Only English\"}|/title/es",
                "\"measureKind\":\"mood\"|/measureKind",
                "\"countingBasis\":7|/countingBasis",
                "\"baseline\":{\"kind\":\"number\",\"number\":\"doce\"}|/baseline/number",
                "\"baseline\":{\"kind\":\"number\",\"number\":1e40}|/baseline/number",
                "\"target\":{\"kind\":\"number\",\"number\":1,\"qualifier\":\"more\"}|/target/qualifier",
                "\"surprise\":true|/surprise",
                "\"measure\":{\"type\":\"count\",\"of\":\"dreams\",\"basis\":\"persons\"}|/measure/of",
                "\"measure\":{\"type\":\"count\",\"basis\":\"persons\"}|/measure/of",
                "\"measure\":{\"type\":\"script\",\"of\":\"rm\"}|/measure",
                "\"measure\":{\"type\":\"sum\",\"of\":\"headcount\",\"where\":{\"kind\":\"Ta ller\"}}|/measure/where/kind"
            })
    void badFieldsAreNamed(String field, String pointer) {
        String framework = framework("M-5");
        String body =
                "{\"framework\":\"" + framework + "\",\"result\":\"1\",\"code\":\"1.1\",\"title\":{\"es\":\"Bien\"},"
                        + "\"measureKind\":\"count\",\"countingBasis\":\"persons\"}";
        String name = field.substring(0, field.indexOf(':'));
        String changed = body.contains(name)
                ? body.replaceFirst(name + ":(\"[^\"]*\"|\\{[^}]*})", java.util.regex.Matcher.quoteReplacement(field))
                : body.substring(0, body.length() - 1) + "," + field + "}";
        post(analyst)
                .body(changed)
                .post("/v1/indicators")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        with(analyst).get("/v1/indicators?framework=" + framework).then().body("items", hasSize(0));
    }

    @Test
    void brokenJsonIsMalformed() {
        post(analyst)
                .body("{\"code\":")
                .post("/v1/frameworks")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
    }

    @Test
    void anotherMeasureRaisesItsVersionAndTargetsOfPeriodsStay() throws SQLException {
        String framework = framework("M-6");
        String id = define(framework, "1.1", ",\"target\":{\"kind\":\"number\",\"number\":70}" + graduated(""))
                .then()
                .statusCode(201)
                .body("measureVersion", equalTo(1), "direction", equalTo("ascending"))
                .extract()
                .path("id");
        put(analyst, "\"v0\"")
                .body("""
                        {"targets":[{"kind":"number","number":70},{"kind":"number","number":30,"period":"2024-Q3"}]}""")
                .put("/v1/indicators/" + id + "/targets")
                .then()
                .statusCode(200)
                .body("target.number", equalTo(70), "targets", hasSize(2));
        put(analyst, "\"v1\"")
                .body("""
                        {"targets":[{"kind":"number","number":1},{"kind":"number","number":2,"period":"all"}]}""")
                .put("/v1/indicators/" + id + "/targets")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/targets/1/period"));
        patch(analyst, "\"v1\"")
                .body("{\"measure\":{\"basis\":\"enrolments\"}}")
                .patch("/v1/indicators/" + id)
                .then()
                .statusCode(200)
                .body("measureVersion", equalTo(2), "measure.of", equalTo("graduated"), "targets", hasSize(2));
        patch(analyst, "\"v2\"")
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

    @Test
    void aReportedValueCountsOnceASecondPersonHasAcceptedIt() {
        String framework = framework("M-7");
        String id = define(framework, "1.1", ",\"target\":{\"kind\":\"number\",\"number\":4}")
                .path("id");
        String values = "/v1/indicators/" + id + "/reported-values";
        String both = Tokens.of("indicators:read indicators:write indicators:review", tenant);
        String report = "{\"value\":{\"kind\":\"number\",\"number\":3,\"qualifier\":\"at-least\"},"
                + "\"evidence\":{\"title\":\"Acta 7\"}}";
        String reported = post(both)
                .body(report)
                .post(values)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String table = "/v1/frameworks/" + framework + "/achievement";

        with(analyst)
                .get(table)
                .then()
                .statusCode(200)
                .body("rows[0].actual", nullValue(), "rows[0].percent", nullValue(), "rows[0].waiting", equalTo(1));
        post(both)
                .body("{\"decision\":\"accepted\"}")
                .post(values + "/" + reported + "/review")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-report"));
        post(reviewer)
                .body("{\"decision\":\"accepted\"}")
                .post(values + "/" + reported + "/review")
                .then()
                .statusCode(200)
                .body("status", equalTo("accepted"), "reviewedBy", notNullValue());
        post(reviewer)
                .body("{\"decision\":\"rejected\"}")
                .post(values + "/" + reported + "/review")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-reviewed"));
        with(analyst)
                .get(table)
                .then()
                .statusCode(200)
                .body(
                        "rows[0].actual.number", equalTo(3),
                        "rows[0].actual.qualifier", equalTo("at-least"),
                        "rows[0].actual.source", equalTo("reported"),
                        "rows[0].percent", equalTo(75),
                        "rows[0].label.es", equalTo("75%"),
                        "rows[0].waiting", equalTo(0));
        with(analyst)
                .get("/v1/indicators/" + id + "/values")
                .then()
                .statusCode(200)
                .body("source", equalTo("reported"), "reported.number", equalTo(3), "total", nullValue());
        with(analyst)
                .get("/v1/indicators/" + id + "/values?by=center")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-computed"));
        post(analyst)
                .body("{\"evidence\":{\"title\":\"Nada\"}}")
                .post(values)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/value"));
        post(analyst)
                .body(report)
                .post("/v1/indicators/" + UUID.randomUUID() + "/reported-values")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"period=2024-13", "period=2024-02-30/2024-03-01", "by=mood", "by=center&period=never"})
    void aBreakdownThatIsNoneIsRefused(String query) {
        String id = define(framework("M-8"), "1.1", graduated("")).path("id");
        with(analyst)
                .get("/v1/indicators/" + id + "/values?" + query)
                .then()
                .statusCode(422)
                .body("errors", hasSize(1));
    }

    @Test
    void nobodySeesAnotherTenantsFrameworksOrFigures() throws SQLException {
        Story story = new RandomStory(61).of(200);
        new Delivery(handlers, worker).inAnyOrder(story.told(), new Random(61));
        String framework = framework("M-9");
        String id = define(framework, "1.1", graduated("")).path("id");
        String stranger = Tokens.analyst(UUID.randomUUID());
        for (String path : List.of(
                "/v1/frameworks/" + framework,
                "/v1/frameworks/" + framework + "/achievement",
                "/v1/indicators/" + id,
                "/v1/indicators/" + id + "/values",
                "/v1/indicators/" + id + "/provenance",
                "/v1/indicators/" + id + "/reported-values")) {
            with(stranger).get(path).then().statusCode(404);
            with(analyst).get(path).then().statusCode(200);
        }
        // Everybody else's graduates are in the same table; this tenant has none.
        with(analyst).get("/v1/indicators/" + id + "/values").then().body("total.value", equalTo(0));
        assertEquals(List.of("0"), Database.queryAs(tenant, "indicators", "SELECT count(*) FROM cell"));
        assertEquals(List.of("0"), Database.queryAs(tenant, "indicators", "SELECT count(*) FROM fact"));
        assertEquals(List.of("0"), Database.queryAs(tenant, "indicators", "SELECT count(*) FROM catalogue"));
    }

    @Test
    void scopesAreAskedFor() {
        String framework = framework("M-10");
        String id = define(framework, "1.1", "").path("id");
        String coordinator = Tokens.coordinator(tenant);
        with(coordinator).get("/v1/frameworks").then().statusCode(403);
        with(coordinator).get("/v1/indicators/" + id + "/values").then().statusCode(403);
        post(reviewer)
                .body(FRAMEWORK.formatted("X"))
                .post("/v1/frameworks")
                .then()
                .statusCode(403);
        post(analyst)
                .body("{\"decision\":\"accepted\"}")
                .post("/v1/indicators/" + id + "/reported-values/" + UUID.randomUUID() + "/review")
                .then()
                .statusCode(403);
        with("nonsense").get("/v1/frameworks").then().statusCode(401);
    }

    @Test
    void whoIsLimitedToACentreSeesItsFiguresAndNoTotal() throws SQLException {
        Story story = new RandomStory(71).of(400);
        new Delivery(handlers, worker).inAnyOrder(story.told(), new Random(71));
        String all = Tokens.analyst(story.tenant);
        String framework =
                post(all).body(FRAMEWORK.formatted("M")).post("/v1/frameworks").path("id");
        String id =
                post(all).body("""
                        {"framework":"%s","result":"1","code":"1","title":{"es":"Formadas"},"measureKind":"count",
                         "countingBasis":"persons",
                         "measure":{"type":"count","of":"trained","basis":"persons"}}""".formatted(framework)).post("/v1/indicators").path("id");
        String values = "/v1/indicators/" + id + "/values?by=center";
        List<String> centers = with(all).get(values).jsonPath().getList("cells.key");
        String mine = centers.getFirst();
        int women = with(all).get(values).jsonPath().getInt("cells[0].value");
        int everybody = with(all).get(values).jsonPath().getInt("total.value");
        String limited = Tokens.of("indicators:read", story.tenant, UUID.fromString(mine));

        with(limited)
                .get(values)
                .then()
                .statusCode(200)
                .body("cells.key", contains(mine), "cells[0].value", equalTo(women), "total.value", equalTo(women));
        org.junit.jupiter.api.Assertions.assertTrue(women < everybody);
        with(limited)
                .get("/v1/indicators/" + id + "/provenance")
                .then()
                .statusCode(200)
                .body("enrollments", nullValue());
        with(all)
                .get("/v1/indicators/" + id + "/provenance?limit=2")
                .then()
                .statusCode(200)
                .body("enrollments", hasSize(2), "more", equalTo(true), "measureVersion", equalTo(1));
    }

    @Test
    void aMeasureOfWhatArrivedIsTakenAndAParkedKeyMakesFiguresIncomplete() {
        mx.trayecto.indicators.history.Wire.topics();
        UUID agreement = UUID.randomUUID();
        UUID broken = UUID.randomUUID();
        Broker.send(
                Story.PROGRAMS,
                "mx.trayecto.agreement.changed.v1",
                tenant,
                agreement,
                1,
                "{\"agreement\":\"" + agreement + "\",\"number\":\"00111079\"}");
        String framework = framework("M-11");
        String body = """
                {"framework":"%s","result":"1.1","code":"1.1","title":{"es":"Graduadas"},"measureKind":"count",
                 "countingBasis":"persons"%s}""".formatted(framework, graduated("\"agreement\":\"" + agreement + "\""));
        String id = post(analyst)
                .header("Trayecto-Min-Position", Story.PROGRAMS + "/" + agreement + "/1")
                .body(body)
                .post("/v1/indicators")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Broker.send(
                Story.ENROLLMENTS,
                "mx.trayecto.enrollment.dreamt.v1",
                tenant,
                broken,
                1,
                "{\"enrollment\":\"" + broken + "\"}");
        Eventually.get(
                () -> with(analyst)
                        .get("/v1/indicators/" + id + "/values")
                        .jsonPath()
                        .getInt("incomplete"),
                incomplete -> incomplete == 1);
        with(analyst)
                .get("/v1/indicators/" + id + "/provenance")
                .then()
                .statusCode(200)
                .body(
                        "parked.key", contains(broken.toString()),
                        "parked.topic", contains(Story.ENROLLMENTS),
                        "positions.topic", hasItems(Story.PROGRAMS, Story.ENROLLMENTS),
                        "incomplete", equalTo(1));
        with(Tokens.analyst(UUID.randomUUID()))
                .get("/v1/frameworks")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        with(analyst).get("/v1/indicators/" + id).then().body("measure.where.agreement", equalTo(agreement.toString()));
    }
}
