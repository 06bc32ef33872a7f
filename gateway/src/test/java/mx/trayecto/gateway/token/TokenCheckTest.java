package mx.trayecto.gateway.token;

import java.util.Base64;

import org.junit.jupiter.api.Test;

import mx.trayecto.gateway.testing.GatewayTest;
import mx.trayecto.gateway.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

@GatewayTest
class TokenCheckTest {
    @Test
    void letsAValidTokenIn() {
        String token = Tokens.valid();
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(token)
                    .get("/v1/participants")
                    .then()
                    .statusCode(200)
                    .body("headers.authorization", equalTo("Bearer " + token));
        }
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        given().get("/v1/participants")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("unauthenticated"))
                .body("type", equalTo("/problems/unauthenticated"))
                .body("status", equalTo(401))
                .body("instance", matchesPattern("urn:trayecto:request:[0-9a-f]{32}"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void refusesWhatIsNotABearerToken() {
        given().header("Authorization", "Basic Y2FuYXJpbzp4")
                .get("/v1/participants")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer").get("/v1/participants").then().statusCode(401);
        given().header("Authorization", "Bearer ")
                .get("/v1/participants")
                .then()
                .statusCode(401);
        refused("nonsense");
        refused("a.b.c");
    }

    @Test
    void refusesAnExpiredToken() {
        refused(Tokens.expired());
    }

    @Test
    void refusesAnotherIssuer() {
        refused(Tokens.sign(Tokens.claims("x").issuer("https://somewhere.else")));
    }

    @Test
    void refusesAnotherAudience() {
        refused(Tokens.sign(Tokens.claims("x").audience("another-api")));
    }

    @Test
    void refusesAnotherKey() {
        refused(Tokens.signedByAnother());
    }

    @Test
    void refusesAnUnsignedToken() {
        refused(Tokens.unsigned());
    }

    @Test
    void refusesAChangedToken() {
        String[] parts = Tokens.valid().split("\\.");
        String claims =
                new String(Base64.getUrlDecoder().decode(parts[1])).replace("participants:read", "tenants:admin ");
        refused(parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "."
                + parts[2]);
    }

    @Test
    void refusesATokenWithoutTenant() {
        var claims = Tokens.claims("tenantless").claim("tenant", "");
        given().auth()
                .oauth2(Tokens.sign(claims))
                .header("Accept-Language", "en")
                .get("/v1/participants")
                .then()
                .statusCode(403)
                .header("Content-Language", "en")
                .body("code", equalTo("tenant-missing"))
                .body("title", equalTo("The token names no tenant"));
    }

    @Test
    void asksForNoTokenWhereTheContractNeedsNone() {
        // The service behind it is away: the request got as far as that.
        given().get("/v1/credentials/1").then().statusCode(503);
    }

    @Test
    void doesNotTakeTheTokenOfARefusedRequestForVerified() {
        String expired = Tokens.expired();
        refused(expired);
        refused(expired);
    }

    private static void refused(String token) {
        given().auth()
                .oauth2(token)
                .get("/v1/participants")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""))
                .header("Content-Language", "es")
                .body("code", equalTo("unauthenticated"));
    }
}
