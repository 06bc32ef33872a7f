package mx.trayecto.indicators.indicator;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.platform.text.Language;

import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
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
        String report = "{\"value\":{\"kind\":\"number\",\"number\":3,\"qualifier\":\"at-least\"}," + "\"evidence\":"
                + evidence("Acta 7", "SISEMH/7") + "}";
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
                .body("{\"evidence\":" + evidence("Nada", "SISEMH/8") + "}")
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript: alert(1)",
                " javascript :alert(1)",
                "vbscript: x",
                "data:text/html,<script>alert(1)</script>",
                "Data: text/html,x",
                "file:///etc/passwd",
                "ftp://example.org/acta",
                "mailto:a@example.org",
                "https:example.org",
                "http://",
                "https:///acta",
                "https://example.org/una acta"
            })
    void noEvidenceLeadsAnywhereButToTheWeb(String reference) {
        for (Language language : Language.values()) {
            report(evidence("Acta", reference), language)
                    .statusCode(422)
                    .body("errors.pointer", contains("/evidence/reference"))
                    .body(
                            "errors[0].message",
                            endsWith("https:// " + (language == Language.ES ? "o" : "or") + " http://"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SISEMH/DGA/0123/2024",
                "Folio: 123/2024, caja 4",
                "Expediente 12:30",
                "https://transparencia.jalisco.gob.mx/acta/7?v=2#p3",
                "HTTP://example.org:8080/niñas",
                "data",
                "Archivo histórico, estante javascript:3"
            })
    void evidenceIsFoundByAFileNumberOrALink(String reference) {
        report(evidence("Acta", reference), Language.ES).statusCode(201).body("evidence.reference", equalTo(reference));
    }

    @Test
    void evidenceIsToldByItsFieldsInWords() {
        report(
                        "{\"title\":\"" + "x".repeat(201) + "\",\"reference\":\"" + "x".repeat(501)
                                + "\",\"sha256\":\"AB\"}",
                        Language.ES)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/evidence/title", "/evidence/reference", "/evidence/sha256"))
                .body(
                        "errors.find { it.pointer == '/evidence/sha256' }.message",
                        equalTo("debe tener 64 dígitos hexadecimales, en minúsculas"));
    }

    @Test
    void evidenceIsNothingWithoutReferenceAndHash() {
        report("{\"title\":\"Acta\"}", Language.ES)
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/evidence/reference", "/evidence/sha256"));
    }

    private static String evidence(String title, String reference) {
        return "{\"title\":\"%s\",\"reference\":\"%s\",\"sha256\":\"%s\"}".formatted(title, reference, "ab".repeat(32));
    }

    private ValidatableResponse report(String evidence, Language language) {
        String id =
                requests.define(requests.framework("M-" + language), "1.1", "").path("id");
        return post(requests.analyst)
                .header("Accept-Language", language.locale().getLanguage())
                .body("{\"value\":{\"kind\":\"number\",\"number\":3},\"evidence\":" + evidence + "}")
                .post("/v1/indicators/" + id + "/reported-values")
                .then();
    }
}
