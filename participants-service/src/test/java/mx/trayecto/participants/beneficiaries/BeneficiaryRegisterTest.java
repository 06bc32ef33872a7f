package mx.trayecto.participants.beneficiaries;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class BeneficiaryRegisterTest {
    private static final String LAW = "Ley de Transparencia del Estado, art. 8, fracc. VI";

    private final UUID tenant = UUID.randomUUID();
    private final UUID program = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);

    private UUID center;

    private Map<String, Object> declaration(String law) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", "SCE-2024");
        told.put("title", Map.of("es", "Segunda Oportunidad 2024", "en", "Second Chance 2024"));
        told.put("program", program);
        told.put("dependency", "Secretaría de Igualdad Sustantiva");
        told.put("institution", "SISEMH");
        told.put("legalBasis", law);
        told.put("startsOn", "2024-01-01");
        told.put("endsOn", "2024-12-31");
        return told;
    }

    private String declared(String law) {
        return "/v1/beneficiary-registers/"
                + Caller.post(coordinator)
                        .body(declaration(law))
                        .post("/v1/beneficiary-registers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    /** She is given 1,500.00 pesos, and the service has heard of it. */
    private UUID given(String participant) throws SQLException {
        return given(participant, "1500.00", "2024-07-15");
    }

    private UUID given(String participant, String amount, String on) throws SQLException {
        if (center == null) {
            center = Elsewhere.center(tenant);
        }
        return given(participant, center, amount, on);
    }

    private UUID given(String participant, UUID center, String amount, String on) throws SQLException {
        UUID delivery = UUID.randomUUID();
        Elsewhere.delivery("delivered", "delivered", tenant, delivery, 1, participant, program, center, amount, on);
        Eventually.get(() -> held(delivery), List.of(on)::equals);
        return delivery;
    }

    private static List<String> held(UUID delivery) throws SQLException {
        return Database.query("participants", "SELECT delivered_on FROM beneficiary_delivery WHERE id = ?", delivery);
    }

    private static List<Map<String, String>> rows(Response file) {
        file.then().statusCode(200).contentType(containsString("text/csv"));
        String text = new String(file.asByteArray(), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\uFEFF"), "the mark by which Excel knows UTF-8");
        List<Map<String, String>> rows = new ArrayList<>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            rows.add(row.getFieldsAsMap());
        }
        return rows;
    }

    private List<Map<String, String>> published(String register) {
        return rows(Caller.with(coordinator).get(register + "/public-layout"));
    }

    private List<Map<String, String>> full(String register) {
        return rows(Caller.with(coordinator).get(register + "/full-layout"));
    }

    @Test
    void publishesNamesWhereTheLawRequiresThem() throws SQLException {
        String woman = People.registered(coordinator, People.everything());
        given(woman);
        String register = declared(LAW);
        List<Map<String, String>> rows = published(register);
        Map<String, String> row = rows.getFirst();
        assertEquals(1, rows.size());
        assertEquals("María Fernanda", row.get("Nombre(s)"));
        assertEquals("Arroyo", row.get("Segundo apellido"));
        assertEquals("Mujer", row.get("Sexo"));
        assertEquals("Jalisco", row.get("Entidad federativa"));
        assertEquals("14039", row.get("Municipio (clave INEGI)"));
        assertEquals("Beca o apoyo económico", row.get("Beneficio"));
        assertEquals("1500.00", row.get("Monto"));
        assertEquals("MXN", row.get("Moneda"));
        assertEquals("2024", row.get("Ejercicio"));
        assertEquals("2024-07-15", row.get("Fecha de entrega"));
        assertEquals("", row.get("Nota"));
        String curp = Caller.with(coordinator).get("/v1/participants/" + woman).path("curp");
        for (String kept : List.of(curp, "Calle Morelos", "33123", "example.org", "H-0017")) {
            assertFalse(rows.toString().contains(kept), kept);
        }
        assertEquals(
                List.of("1"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action ="
                                + " 'exportPublicBeneficiaryRegister' AND details -> 'participants' ->> 0 = ?",
                        tenant,
                        woman));
    }

    @Test
    void tellsTheWholeLayoutToTheAuthority() throws SQLException {
        String woman = People.registered(coordinator, People.everything());
        given(woman);
        Map<String, String> row = full(declared(LAW)).getFirst();
        assertEquals(woman, row.get("ID_PERSONA"));
        assertEquals("H-0017", row.get("ID_HOGAR"));
        assertEquals("Escamilla", row.get("NB_PRIMER_AP"));
        assertEquals("M", row.get("CD_SEXO"));
        assertEquals("14", row.get("CD_EDO_NAC"));
        assertEquals(18, row.get("NB_CURP").length());
        assertEquals("free-union", row.get("CD_EDO_CIVIL"));
        assertEquals("SCE-2024", row.get("CD_PADRON"));
        assertEquals("stipend", row.get("CD_BENEFICIO"));
        assertEquals("1500.00", row.get("NU_IMP_MONETARIO"));
        assertEquals("7", row.get("NU_MES_PAGO"));
        assertEquals("140390001", row.get("CD_LOC_DOM"));
        assertEquals("", row.get("CD_MET_PAGO"));
        assertFalse(row.toString().contains("returned"), "sensitive data have no place in it");
    }

    /** The reason why somebody is not named must not show, or the protected could be told from the others. */
    @Test
    void tellsAllWhoAreNotNamedAlike() throws SQLException {
        String minor = People.registered(coordinator, minor());
        String hidden = People.registered(coordinator, People.woman("protected", true));
        String blocked = People.registered(coordinator, People.woman());
        for (String woman : List.of(minor, hidden, blocked, UUID.randomUUID().toString())) {
            given(woman);
        }
        Database.query(
                "participants", "UPDATE participant SET blocked_on = now() WHERE id = ?", UUID.fromString(blocked));
        String attending = People.registered(coordinator, People.woman());
        given(attending, Elsewhere.confidentialCenter(tenant), "1500.00", "2024-07-15");
        given(attending, UUID.randomUUID(), "1500.00", "2024-07-15"); // at one that has not been heard of yet
        List<Map<String, String>> rows = published(declared(LAW));
        assertEquals(6, rows.size());
        assertEquals(1, rows.stream().distinct().count());
        assertEquals("Datos reservados", rows.getFirst().get("Nota"));
        assertEquals("1500.00", rows.getFirst().get("Monto"));
        for (String column : List.of("Nombre(s)", "Primer apellido", "Sexo", "Edad", "Entidad federativa")) {
            assertEquals("", rows.getFirst().get(column), column);
        }
    }

    private static Map<String, Object> minor() {
        Map<String, Object> minor =
                People.woman("birthDate", LocalDate.now().minusYears(17).toString());
        minor.put(
                "guardian",
                Map.of("givenName", "Rosa", "firstSurname", "Arroyo", "relationship", "mother", "phone", "3312345678"));
        minor.put("consents", List.of(People.consent("minor-participation", true)));
        return minor;
    }

    @Test
    void showsAProtectedRecordByAliasAndStateInTheWholeLayout() throws SQLException {
        String officer = Tokens.of("participants:identity participants:read", tenant);
        Map<String, Object> told = People.woman("protected", true);
        told.put("alias", "Jacaranda 77");
        String hidden = People.registered(coordinator, told);
        given(hidden);
        String register = declared(LAW);
        People.opened(officer, hidden); // nobody knows where the file goes: it is the same for who opened her
        for (String token : List.of(coordinator, officer)) {
            Map<String, String> row =
                    rows(Caller.with(token).get(register + "/full-layout")).getFirst();
            assertEquals("Jacaranda 77", row.get("NB_NOMBRE"));
            assertEquals("14", row.get("CD_ENT_DOM"));
            for (String column :
                    List.of("NB_PRIMER_AP", "FH_NACIMIENTO", "NB_CURP", "CD_SEXO", "CD_MUN_DOM", "FH_ALTA")) {
                assertEquals("", row.get(column), column);
            }
            assertTrue(row.get("NOTA").contains("protegido"));
        }
    }

    /** Not even with a file from before she was protected: what the law asks for is all that the two have in common. */
    @Test
    void tiesAnAliasToNothingThatTellsWhoSheIs() throws SQLException {
        String woman = People.registered(coordinator, People.everything());
        given(woman, "1500.00", "2024-07-15");
        given(woman, "820.00", "2024-09-02");
        String register = declared(LAW);
        List<Map<String, String>> before = full(register);
        assertEquals(woman, before.getFirst().get("ID_PERSONA"));
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("protected", true, "alias", "Jacaranda 77"))
                .patch("/v1/participants/" + woman)
                .then()
                .statusCode(200);
        List<Map<String, String>> after = full(register);
        Map<String, String> told = new TreeMap<>(after.stream()
                .filter(row -> row.get("NU_IMP_MONETARIO").equals("1500.00")) // in which order they stand says nothing
                .findFirst()
                .orElseThrow());
        told.values().removeIf(String::isEmpty);
        String person = told.remove("ID_PERSONA");
        assertEquals(
                Map.ofEntries(
                        Map.entry("NB_NOMBRE", "Jacaranda 77"),
                        Map.entry("CD_ENT_DOM", "14"),
                        Map.entry("CD_DEPENDENCIA", "Secretaría de Igualdad Sustantiva"),
                        Map.entry("CD_INSTITUCION", "SISEMH"),
                        Map.entry("CD_PADRON", "SCE-2024"),
                        Map.entry("CD_TP_BENEFICIO", "monetario"),
                        Map.entry("CD_BENEFICIO", "stipend"),
                        Map.entry("NU_BENEFICIOS", "1"),
                        Map.entry("NU_IMP_MONETARIO", "1500.00"),
                        Map.entry("CD_MONEDA", "MXN"),
                        Map.entry("NU_MES_PAGO", "7"),
                        Map.entry("IN_TITULAR", "1"),
                        Map.entry("NOTA", "Registro protegido: se muestra con alias")),
                told);
        assertEquals(person, after.getLast().get("ID_PERSONA"), "both are one woman's");
        for (String hers : List.of(woman, "Escamilla", "H-0017", "14039", "2024-07-15")) {
            assertFalse(after.toString().contains(hers), hers);
            assertTrue(before.toString().contains(hers), hers);
        }
        Map<String, Object> other = declaration(LAW);
        other.put("code", "SCE-2024-B");
        String second = Caller.post(coordinator)
                .body(other)
                .post("/v1/beneficiary-registers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertNotEquals(
                person,
                full("/v1/beneficiary-registers/" + second).getFirst().get("ID_PERSONA"),
                "no two registers can be joined by it");
        Caller.with(coordinator).get("/v1/participants/" + person).then().statusCode(404);
    }

    private static void assertReserved(Map<String, String> row) {
        for (String column : List.of("ID_PERSONA", "NB_NOMBRE", "NB_CURP", "FH_NACIMIENTO", "CD_ENT_DOM", "FH_ALTA")) {
            assertEquals("", row.get(column), column);
        }
        assertEquals("Datos reservados", row.get("NOTA"));
    }

    @Test
    void withoutALawNamesThoseAloneWhoAgreeAndOnlyUntilTheyWithdraw() throws SQLException {
        String woman = People.registered(coordinator, People.woman());
        given(woman);
        String register = declared(null);
        assertEquals("", published(register).getFirst().get("Nombre(s)"));
        assertReserved(full(register).getFirst());
        Caller.post(coordinator)
                .body(People.consent("sharing", true))
                .post("/v1/participants/" + woman + "/consents")
                .then()
                .statusCode(201);
        assertEquals("María Fernanda", published(register).getFirst().get("Nombre(s)"));
        assertEquals(woman, full(register).getFirst().get("ID_PERSONA"));
        Caller.post(coordinator)
                .body(People.consent("sharing", false))
                .post("/v1/participants/" + woman + "/consents")
                .then()
                .statusCode(201);
        assertEquals("", published(register).getFirst().get("Nombre(s)"));
        assertReserved(full(register).getFirst());
        Caller.with(coordinator)
                .get(register)
                .then()
                .body("notes[0].es", containsString("consienten"))
                .body("notes[0].en", containsString("consent"));
    }

    @Test
    void neutralisesFormulasAndLeavesUnknownAmountsEmpty() throws SQLException {
        String woman = People.registered(coordinator, People.woman("givenName", "-Ana"));
        given(woman, null, "2024-07-15");
        String register = declared(LAW);
        Map<String, String> row = published(register).getFirst();
        assertEquals("'-Ana", row.get("Nombre(s)"));
        assertEquals("", row.get("Monto"));
        assertEquals("especie", full(register).getFirst().get("CD_TP_BENEFICIO"));
    }

    @Test
    void followsTheDeliveriesAsTheyAreCorrected() throws SQLException {
        String woman = People.registered(coordinator, People.woman());
        UUID delivery = given(woman);
        given(woman, "1500.00", "2025-01-02"); // of the next year
        String register = declared(LAW);
        assertEquals(1, published(register).size());
        Elsewhere.delivery("corrected", "delivered", tenant, delivery, 2, woman, program, "1750.50", "2024-07-16");
        Eventually.get(() -> held(delivery), List.of("2024-07-16")::equals);
        assertEquals("1750.50", published(register).getFirst().get("Monto"));
        Elsewhere.delivery("corrected", "rejected", tenant, delivery, 3, woman, program, "1750.50", "2024-07-16");
        Eventually.get(() -> held(delivery), List.of()::equals);
        assertEquals(List.of(), published(register));
    }

    @Test
    void tellsNothingOfWhatWasOnlyAskedForOrApproved() throws SQLException {
        String woman = People.registered(coordinator, People.woman());
        UUID asked = UUID.randomUUID();
        Elsewhere.delivery("requested", "requested", tenant, asked, 1, woman, program, "900.00", "2024-07-15");
        Elsewhere.delivery("approved", "approved", tenant, asked, 2, woman, program, "900.00", "2024-07-16");
        given(woman);
        assertEquals(
                List.of("1500.00"),
                published(declared(LAW)).stream().map(row -> row.get("Monto")).toList());
    }

    @Test
    void countsAWomanUnderTheRecordThatStandsForHers() throws SQLException {
        String kept = People.registered(coordinator, People.woman("givenName", "Inés"));
        String merged = People.registered(coordinator, People.woman("givenName", "Ines"));
        given(merged);
        Caller.post(coordinator)
                .body(Map.of("record", merged, "reason", "registered-twice"))
                .post("/v1/participants/" + kept + "/merges")
                .then()
                .statusCode(201);
        Map<String, String> row = full(declared(LAW)).getFirst();
        assertEquals(kept, row.get("ID_PERSONA"));
        assertEquals("Inés", row.get("NB_NOMBRE"));
    }

    @Test
    void showsStaffOfACentreThoseWhomTheySeeAndOtherTenantsNothing() throws SQLException {
        UUID center = Elsewhere.center(tenant);
        String served = People.registered(coordinator, People.woman("center", center));
        given(served); // at another centre, which may be one that nobody must know of
        given(People.registered(coordinator, People.woman()));
        UUID here = UUID.randomUUID();
        Elsewhere.delivery("delivered", "delivered", tenant, here, 1, served, program, center, "700.00", "2024-07-20");
        Eventually.get(() -> held(here), List.of("2024-07-20")::equals);
        String register = declared(LAW);
        List<Map<String, String>> seen =
                rows(Caller.with(Tokens.registrar(tenant, center)).get(register + "/full-layout"));
        assertEquals(
                List.of(served + " 700.00"),
                seen.stream()
                        .map(row -> row.get("ID_PERSONA") + " " + row.get("NU_IMP_MONETARIO"))
                        .toList());
        assertEquals(3, full(register).size());
        Caller.with(Tokens.coordinator(UUID.randomUUID()))
                .get(register + "/full-layout")
                .then()
                .statusCode(404);
        assertEquals(
                List.of("0"),
                Database.queryAs(UUID.randomUUID(), "participants", "SELECT count(*) FROM beneficiary_delivery"));
        Caller.with(Tokens.analyst(tenant))
                .get(register + "/full-layout")
                .then()
                .statusCode(403);
        Caller.with(Tokens.analyst(tenant))
                .get(register + "/public-layout")
                .then()
                .statusCode(200);
    }

    @Test
    void comesAsJsonLinesToo() throws SQLException {
        given(People.registered(coordinator, People.woman()));
        Caller.with(coordinator)
                .accept("application/x-ndjson")
                .get(declared(LAW) + "/public-layout")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"padron-SCE-2024-publico.ndjson\""))
                .body(containsString("\"Nombre(s)\":\"María Fernanda\""));
    }

    @Test
    void isDeclaredOnceUnderACodeAndChangedFromTheVersionThatWasRead() {
        String register = declared(LAW);
        Caller.post(coordinator)
                .body(declaration(null))
                .post("/v1/beneficiary-registers")
                .then()
                .statusCode(409)
                .body("code", equalTo("register-code-taken"))
                .header("Location", equalTo(register));
        Caller.patch(coordinator, "\"v0\"")
                .body("{\"legalBasis\":null}")
                .patch(register)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"");
        Caller.patch(coordinator, "\"v0\"")
                .body("{\"institution\":\"IMM\"}")
                .patch(register)
                .then()
                .statusCode(412);
        Caller.with(coordinator).get("/v1/beneficiary-registers").then().body("items.code", contains("SCE-2024"));
        Caller.post(Tokens.coordinator(tenant, UUID.randomUUID()))
                .body(declaration(LAW))
                .post("/v1/beneficiary-registers")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code | ../../etc | /code",
                "dependency | '' | /dependency",
                "program | x | /program",
                "startsOn | 1850-01-01 | /startsOn",
                "endsOn | 2023-12-31 | /endsOn",
                "endsOn | 2099-12-31 | /endsOn",
                "surprise | 1 | /surprise"
            })
    void refusesWhatCannotBe(String field, String value, String pointer) {
        Map<String, Object> told = declaration(LAW);
        told.put(field, value);
        Caller.post(coordinator)
                .body(told)
                .post("/v1/beneficiary-registers")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }
}
