package mx.trayecto.participants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.restassured.response.ValidatableResponse;

import mx.trayecto.participants.curp.CurpMaker;
import mx.trayecto.platform.testing.Caller;

/** Made-up people, and the requests that register them. */
public final class People {
    private static final AtomicLong NEXT = new AtomicLong();

    private static final List<String> GIVEN = List.of(
            "Xóchitl", "Inés", "Guadalupe", "Jimena", "Citlali", "Beatriz", "Refugio", "Yolanda", "Nayeli", "Úrsula");

    private static final List<String> SURNAMES = List.of(
            "Núñez", "Ramírez", "Zaragoza", "Ek", "Hernández", "Balam", "Quiroz", "Muñoz", "Treviño", "Ordaz", "Pech");

    private People() {}

    /** A registration without anything optional. */
    public static Map<String, Object> woman() {
        Map<String, Object> woman = new LinkedHashMap<>();
        woman.put("givenName", "María Fernanda");
        woman.put("firstSurname", "Escamilla");
        woman.put("secondSurname", "Arroyo");
        woman.put("birthDate", "1990-05-17");
        woman.put("gender", "female");
        woman.put("residence", new LinkedHashMap<>(Map.of("state", "14", "municipality", "14039")));
        return woman;
    }

    /** A registration with a field set, or taken away where the value is null. */
    public static Map<String, Object> woman(String field, Object value) {
        Map<String, Object> woman = woman();
        return with(woman, field, value);
    }

    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(body);
        copy.put(field, value);
        return copy;
    }

    /** A valid CURP that no other test uses, for {@link #woman()} with this birth date. */
    public static Map<String, Object> womanWithCurp() {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(NEXT.getAndIncrement());
        Map<String, Object> woman = woman("birthDate", born.toString());
        woman.put("birthState", "14");
        woman.put("curp", CurpMaker.curp("María Fernanda", "Escamilla", "Arroyo", born, 'M', "JC", 0));
        return woman;
    }

    /** Given name and surname of one of many women, with a comma between, for tables. */
    public static String names(int i) {
        return GIVEN.get(i % GIVEN.size()) + "," + SURNAMES.get(i / GIVEN.size() % SURNAMES.size());
    }

    /** When she was born: each of many on a day of her own. */
    public static LocalDate born(int i) {
        return LocalDate.of(1950, 1, 1).plusDays(7L * i);
    }

    public static Map<String, Object> consent(String purpose, boolean granted) {
        return Map.of("purpose", purpose, "noticeVersion", "2025-03", "channel", "paper", "granted", granted);
    }

    public static Map<String, Object> reference(String sourceSystem, String externalId) {
        return Map.of("sourceSystem", sourceSystem, "externalId", externalId);
    }

    /** Every field there is, with consent for the sensitive ones. */
    public static Map<String, Object> everything() {
        Map<String, Object> woman = womanWithCurp();
        woman.put("civilStatus", "free-union");
        woman.put(
                "residence",
                Map.of(
                        "state", "14",
                        "municipality", "14039",
                        "locality", "140390001",
                        "address", "Calle Morelos 123, Centro"));
        woman.put("phone", "33 1234 5678");
        woman.put("email", "maria.fernanda@example.org");
        woman.put("safeContact", "No llamar después de las 6.\nNo dejar recados.");
        woman.put("languages", List.of("spa", "nah", "0201"));
        woman.put("selfIdentification", Map.of("indigenous", "yes", "afroMexican", "no"));
        woman.put(
                "disability",
                Map.of("seeing", 3, "hearing", 1, "walking", 1, "remembering", 2, "selfCare", 1, "communicating", 1));
        woman.put("schooling", "secondary");
        woman.put("student", false);
        woman.put("occupation", "Costurera");
        woman.put("incomeActivity", "self-employed");
        woman.put("mother", true);
        woman.put("headOfHousehold", true);
        woman.put("householdId", "H-0017");
        woman.put("dependants", 3);
        woman.put("migration", "returned");
        woman.put("barriers", List.of("childcare", "transport"));
        woman.put("consents", new ArrayList<>(List.of(consent("sensitive-data", true), consent("contact", false))));
        return woman;
    }

    public static ValidatableResponse register(String token, Map<String, Object> body) {
        return Caller.post(token).body(body).post("/v1/participants").then();
    }

    /** Opens a protected record to the token's bearer for an hour, and gives the access's id. */
    public static String opened(String officer, String id) {
        return Caller.post(officer)
                .body(Map.of("reason", "safety", "explanation", "La buscan en su domicilio."))
                .post("/v1/participants/" + id + "/identity-access")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Registers and gives the id. */
    public static String registered(String token, Map<String, Object> body) {
        return register(token, body).statusCode(201).extract().path("id");
    }
}
