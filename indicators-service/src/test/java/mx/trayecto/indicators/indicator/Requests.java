package mx.trayecto.indicators.indicator;

import java.util.UUID;

import io.restassured.response.Response;

import mx.trayecto.platform.testing.Tokens;

import static mx.trayecto.platform.testing.Caller.post;

/** What an analyst sends to make a framework and its indicators. */
final class Requests {
    static final String FRAMEWORK = """
            {"code":"%s","title":{"es":"Marco"},"kind":"donor","results":[
              {"code":"1","level":"outcome","title":{"es":"Efecto"},"children":[
                {"code":"1.1","level":"output","title":{"es":"Producto"}}]}]}""";

    final String analyst;
    final String reviewer;

    Requests(UUID tenant) {
        analyst = Tokens.analyst(tenant);
        reviewer = Tokens.reviewer(tenant);
    }

    String framework(String code) {
        return post(analyst)
                .body(FRAMEWORK.formatted(code))
                .post("/v1/frameworks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response define(String framework, String code, String more) {
        return post(analyst).body("""
                        {"framework":"%s","result":"1.1","code":"%s","title":{"es":"Mujeres graduadas"},
                         "measureKind":"count","countingBasis":"persons"%s}""".formatted(framework, code, more)).post("/v1/indicators");
    }

    static String graduated(String where) {
        return ",\"measure\":{\"type\":\"count\",\"of\":\"graduated\",\"basis\":\"persons\",\"where\":{" + where + "}}";
    }
}
