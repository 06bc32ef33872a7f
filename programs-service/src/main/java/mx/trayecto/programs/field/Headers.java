package mx.trayecto.programs.field;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import mx.trayecto.platform.concurrency.Versioned;

/** Headers that some answers have besides. */
public final class Headers {
    private Headers() {}

    /** Names of people, and what was written of them, are kept by no cache. */
    public static Response unkept(Response answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer;
    }

    /** Where the resource answered with can be read, though it may not have been made by this request. */
    public static Response located(String collection, Response answer) {
        answer.getHeaders().putSingle(HttpHeaders.LOCATION, collection + "/" + ((Versioned) answer.getEntity()).id());
        return answer;
    }
}
