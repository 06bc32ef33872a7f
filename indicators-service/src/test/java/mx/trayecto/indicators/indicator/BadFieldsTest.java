package mx.trayecto.indicators.indicator;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@TrayectoTest
class BadFieldsTest {
    private final UUID tenant = UUID.randomUUID();
    private final Requests requests = new Requests(tenant);

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
                "\"baseline\":{\"kind\":\"number\",\"number\":100000000000000}|/baseline/number",
                "\"baseline\":{\"kind\":\"number\",\"number\":-99999999999999.5}|/baseline/number",
                "\"baseline\":{\"kind\":\"number\",\"number\":0.00001}|/baseline/number",
                "\"baseline\":{\"kind\":\"number\",\"number\":0e99999}|/baseline/number",
                "\"target\":{\"kind\":\"number\",\"number\":1,\"qualifier\":\"more\"}|/target/qualifier",
                "\"surprise\":true|/surprise",
                "\"measure\":{\"type\":\"count\",\"of\":\"dreams\",\"basis\":\"persons\"}|/measure/of",
                "\"measure\":{\"type\":\"count\",\"basis\":\"persons\"}|/measure/of",
                "\"measure\":{\"type\":\"script\",\"of\":\"rm\"}|/measure",
                "\"measure\":{\"type\":\"sum\",\"of\":\"headcount\",\"where\":{\"kind\":\"Ta ller\"}}|/measure/where/kind"
            })
    void badFieldsAreNamed(String field, String pointer) {
        String framework = requests.framework("M-5");
        String body =
                "{\"framework\":\"" + framework + "\",\"result\":\"1\",\"code\":\"1.1\",\"title\":{\"es\":\"Bien\"},"
                        + "\"measureKind\":\"count\",\"countingBasis\":\"persons\"}";
        String name = field.substring(0, field.indexOf(':'));
        String changed = body.contains(name)
                ? body.replaceFirst(name + ":(\"[^\"]*\"|\\{[^}]*})", java.util.regex.Matcher.quoteReplacement(field))
                : body.substring(0, body.length() - 1) + "," + field + "}";
        post(requests.analyst)
                .body(changed)
                .post("/v1/indicators")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        with(requests.analyst)
                .get("/v1/indicators?framework=" + framework)
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"baseline\":{\"kind\":\"number\",\"number\":1,\"period\":\"nunca\"}|/baseline/period|2024-Q3",
                "\"measure\":{\"type\":\"sum\",\"of\":\"headcount\",\"where\":{\"kind\":\"Ta ller\"}}|/measure/where/kind|64",
                "\"result\":\"con espacio\"|/result|32",
                "\"code\":\"con espacio\"|/code|32"
            })
    void aFieldsFormIsToldInWords(String field, String pointer, String word) {
        String name = field.substring(0, field.indexOf(':'));
        String body = "{\"framework\":\"" + UUID.randomUUID() + "\",\"result\":\"1\",\"code\":\"1.1\","
                + "\"title\":{\"es\":\"Bien\"},\"measureKind\":\"count\",\"countingBasis\":\"persons\"}";
        for (String language : List.of("es", "en")) {
            post(requests.analyst)
                    .header("Accept-Language", language)
                    .body(
                            body.contains(name)
                                    ? body.replaceFirst(name + ":\"[^\"]*\"", field)
                                    : body.replaceFirst("}$", "," + field + "}"))
                    .post("/v1/indicators")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains(pointer))
                    .body("errors[0].message", startsWith(language.equals("es") ? "debe ser" : "must be"))
                    .body("errors[0].message", containsString(word))
                    .body("errors[0].message", not(containsString("[")));
        }
    }

    @Test
    void aFrameworksCodesAreToldInWords() {
        post(requests.analyst)
                .header("Accept-Language", "en")
                .body(Requests.FRAMEWORK.formatted("M 1").replace("\"1.1\"", "\"1 1\""))
                .post("/v1/frameworks")
                .then()
                .statusCode(422)
                .body("errors.find { it.pointer == '/code' }.message", startsWith("must be a code of at most 64"))
                .body(
                        "errors.find { it.pointer == '/results/0/children/0/code' }.message",
                        startsWith("must be a code of at most 32"));
    }
}
