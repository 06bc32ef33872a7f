package mx.trayecto.indicators.indicator;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@TrayectoTest
class ReportedValueTest {
    private final UUID tenant = UUID.randomUUID();
    private final Requests requests = new Requests(tenant);

    @Test
    void aReportedValueCountsOnceASecondPersonHasAcceptedIt() {
        String framework = requests.framework("M-7");
        String id = requests.define(framework, "1.1", ",\"target\":{\"kind\":\"number\",\"number\":4}")
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

        with(requests.analyst)
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
        post(requests.reviewer)
                .body("{\"decision\":\"accepted\"}")
                .post(values + "/" + reported + "/review")
                .then()
                .statusCode(200)
                .body("status", equalTo("accepted"), "reviewedBy", notNullValue());
        post(requests.reviewer)
                .body("{\"decision\":\"rejected\"}")
                .post(values + "/" + reported + "/review")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-reviewed"));
        with(requests.analyst)
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
        with(requests.analyst)
                .get("/v1/indicators/" + id + "/values")
                .then()
                .statusCode(200)
                .body("source", equalTo("reported"), "reported.number", equalTo(3), "total", nullValue());
        with(requests.analyst)
                .get("/v1/indicators/" + id + "/values?by=center")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-computed"));
        post(requests.analyst)
                .body("{\"evidence\":{\"title\":\"Nada\"}}")
                .post(values)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/value"));
        post(requests.analyst)
                .body(report)
                .post("/v1/indicators/" + UUID.randomUUID() + "/reported-values")
                .then()
                .statusCode(404);
    }
}
