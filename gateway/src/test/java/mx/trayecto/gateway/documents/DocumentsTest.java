package mx.trayecto.gateway.documents;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.gateway.testing.GatewayTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@GatewayTest
class DocumentsTest {
    @Test
    void publishesTheContractOfAllServices() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", startsWith("3.1."))
                .body("info.title", equalTo("Trayecto"))
                .body("paths", hasKey("/v1/participants"))
                .body("paths", hasKey("/v1/cohorts/{id}"))
                .body("paths", hasKey("/v1/frameworks"))
                .body("paths", hasKey("/openapi.yaml"));
        given().get("/openapi.yaml")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(allOf(containsString("/v1/participants/{id}:"), containsString("openapi: \"3.1.0\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/openapi.yaml", "/docs", "/docs/swagger-ui-bundle.js"})
    void sendsADocumentOnlyWhereItHasChanged(String path) {
        String tag = given().get(path).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
        given().header("If-None-Match", "\"another\"").get(path).then().statusCode(200);
        given().head(path).then().statusCode(200);
        given().post(path)
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD")
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    void showsAPageThatLoadsNothingFromElsewhere() {
        String page = given().get("/docs")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header(
                        "Content-Security-Policy",
                        allOf(startsWith("default-src 'none'"), not(containsString("unsafe"))))
                .extract()
                .asString();
        assertThat(page, containsString("<title>Trayecto</title>"));
        assertThat(page, not(containsString("http://")));
        assertThat(page, not(containsString("https://")));
        for (String part : new String[] {"reference.css", "reference.js", "swagger-ui.css", "swagger-ui-bundle.js"}) {
            assertThat(page, containsString("/docs/" + part));
            given().get("/docs/" + part).then().statusCode(200).header("Cache-Control", containsString("max-age"));
        }
        for (String near : List.of("/", "/docs/")) {
            given().redirects().follow(false).get(near).then().statusCode(302).header("Location", "/docs");
        }
    }
}
