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
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.history.Delivery;
import mx.trayecto.indicators.history.RandomStory;
import mx.trayecto.indicators.history.Story;
import mx.trayecto.indicators.history.Wire;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who may see which figures. */
@QuarkusTest
@TrayectoTest
class CompartmentTest {
    private final UUID tenant = UUID.randomUUID();
    private final Requests requests = new Requests(tenant);

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Test
    void nobodySeesAnotherTenantsFrameworksOrFigures() throws SQLException {
        Story story = new RandomStory(61).of(200);
        new Delivery(handlers, worker).inAnyOrder(story.told(), new Random(61));
        String framework = requests.framework("M-9");
        String id = requests.define(framework, "1.1", Requests.graduated("")).path("id");
        String stranger = Tokens.analyst(UUID.randomUUID());
        for (String path : List.of(
                "/v1/frameworks/" + framework,
                "/v1/frameworks/" + framework + "/achievement",
                "/v1/indicators/" + id,
                "/v1/indicators/" + id + "/values",
                "/v1/indicators/" + id + "/provenance",
                "/v1/indicators/" + id + "/reported-values")) {
            with(stranger).get(path).then().statusCode(404);
            with(requests.analyst).get(path).then().statusCode(200);
        }
        // Everybody else's graduates are in the same table; this tenant has none.
        with(requests.analyst).get("/v1/indicators/" + id + "/values").then().body("total.value", equalTo(0));
        for (String table : List.of("cell", "cell_difference", "cell_now", "fact", "catalogue")) {
            assertEquals(List.of("0"), Database.queryAs(tenant, "indicators", "SELECT count(*) FROM " + table), table);
        }
    }

    @Test
    void scopesAreAskedFor() {
        String framework = requests.framework("M-10");
        String id = requests.define(framework, "1.1", "").path("id");
        String coordinator = Tokens.coordinator(tenant);
        with(coordinator).get("/v1/frameworks").then().statusCode(403);
        with(coordinator).get("/v1/indicators/" + id + "/values").then().statusCode(403);
        post(requests.reviewer)
                .body(Requests.FRAMEWORK.formatted("X"))
                .post("/v1/frameworks")
                .then()
                .statusCode(403);
        post(requests.analyst)
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
        String framework = post(all)
                .body(Requests.FRAMEWORK.formatted("M"))
                .post("/v1/frameworks")
                .path("id");
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
        assertTrue(women < everybody);
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
        Wire.topics();
        UUID agreement = UUID.randomUUID();
        UUID broken = UUID.randomUUID();
        Broker.send(
                Story.PROGRAMS,
                "mx.trayecto.agreement.changed.v1",
                tenant,
                agreement,
                1,
                "{\"agreement\":\"" + agreement + "\",\"number\":\"00111079\"}");
        String framework = requests.framework("M-11");
        String body = """
                {"framework":"%s","result":"1.1","code":"1.1","title":{"es":"Graduadas"},"measureKind":"count",
                 "countingBasis":"persons"%s}""".formatted(framework, Requests.graduated("\"agreement\":\"" + agreement + "\""));
        String id = post(requests.analyst)
                .header("Trayecto-Min-Position", Story.PROGRAMS + "/" + agreement + "/1.1")
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
                () -> with(requests.analyst)
                        .get("/v1/indicators/" + id + "/values")
                        .jsonPath()
                        .getInt("incomplete"),
                incomplete -> incomplete == 1);
        with(requests.analyst)
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
        with(requests.analyst)
                .get("/v1/indicators/" + id)
                .then()
                .body("measure.where.agreement", equalTo(agreement.toString()));
    }
}
