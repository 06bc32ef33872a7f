package mx.trayecto.indicators.achievement;

import java.util.UUID;

import io.restassured.path.json.JsonPath;

import mx.trayecto.platform.testing.Tokens;

import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;

/** The requests of an analyst and of the reviewer beside her. */
public final class Api {
    private final String analyst;
    private final String reviewer;

    public Api(UUID tenant) {
        analyst = Tokens.analyst(tenant);
        reviewer = Tokens.reviewer(tenant);
    }

    public String make(String path, String json) {
        return post(analyst)
                .body(json)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Reports a value and has it accepted. */
    public void declare(String indicator, String json) {
        String path = "/v1/indicators/" + indicator + "/reported-values";
        String id = make(path, json);
        post(reviewer)
                .body("{\"decision\":\"accepted\"}")
                .post(path + "/" + id + "/review")
                .then()
                .statusCode(200);
    }

    public JsonPath read(String path) {
        return with(analyst).get(path).then().statusCode(200).extract().jsonPath();
    }
}
