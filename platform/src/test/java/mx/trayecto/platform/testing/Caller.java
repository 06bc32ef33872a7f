package mx.trayecto.platform.testing;

import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** Requests as a partner's system makes them. */
public final class Caller {
    private Caller() {}

    /** A request with a token. */
    public static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    /** A JSON POST with a new Idempotency-Key. */
    public static RequestSpecification post(String token) {
        return post(token, UUID.randomUUID().toString());
    }

    /** A JSON POST with this Idempotency-Key. */
    public static RequestSpecification post(String token, String key) {
        return with(token).contentType(ContentType.JSON).header("Idempotency-Key", key);
    }

    /** A merge patch of the version that {@code etag} names. */
    public static RequestSpecification patch(String token, String etag) {
        return with(token)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", etag);
    }

    /** A JSON PUT of the version that {@code etag} names. */
    public static RequestSpecification put(String token, String etag) {
        return with(token).contentType(ContentType.JSON).header("If-Match", etag);
    }
}
