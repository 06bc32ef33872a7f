package mx.trayecto.participants.arco;

import java.util.LinkedHashMap;
import java.util.Map;

import io.restassured.response.ValidatableResponse;

import mx.trayecto.platform.testing.Caller;

/** Requests about somebody's data, and their steps. */
final class Arco {
    private Arco() {}

    static Map<String, Object> request(String participant, String kind) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("participant", participant);
        request.put("kind", kind);
        request.put("requester", "herself");
        request.put("proofReference", "INE cotejada, folio 0417");
        return request;
    }

    /** Files a request and gives its path. */
    static String filed(String officer, String participant, String kind) {
        return filed(officer, request(participant, kind));
    }

    static String filed(String officer, Map<String, Object> request) {
        return Caller.post(officer)
                .body(request)
                .post("/v1/arco-requests")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^.*(?=/v1/)", "");
    }

    static ValidatableResponse step(String officer, String request, String step, Map<String, Object> told) {
        return Caller.post(officer).body(told).post(request + "/" + step).then();
    }

    /** Files a request that is granted at once. */
    static String granted(String officer, Map<String, Object> told) {
        String request = filed(officer, told);
        step(officer, request, "answer", Map.of("granted", true)).statusCode(200);
        return request;
    }
}
