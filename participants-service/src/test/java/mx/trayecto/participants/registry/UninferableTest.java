package mx.trayecto.participants.registry;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.Json;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.participants.StatementLog;
import mx.trayecto.participants.duplicates.Compared;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** That a protected record is there is told by no count, order, cursor or timing of what others ask. */
@QuarkusTest
@TrayectoTest
class UninferableTest {
    private static final String PHONE = "5544332211";
    private static final Map<String, Object> HERS = People.reference("imm", "H-0001");
    private static final Map<String, Object> NOBODYS = People.reference("imm", "H-0002");

    private final UUID tenant = UUID.randomUUID();
    private final UUID without = UUID.randomUUID();

    /** What a caller sees of a walk through a list: names, sizes of pages, the forms of cursors and links. */
    private static List<String> walk(String token, String list) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = Caller.with(token).get(list + (cursor == null ? "" : "&cursor=" + cursor));
            assertEquals(200, page.statusCode());
            JsonPath body = page.jsonPath();
            cursor = body.getString("nextCursor");
            seen.add(body.getList("items.givenName") + " " + (cursor == null ? 0 : cursor.length()) + " "
                    + (page.header("Link") == null ? 0 : page.header("Link").length()));
        } while (cursor != null);
        return seen;
    }

    private static void register(UUID tenant, boolean hidden) {
        String coordinator = Tokens.coordinator(tenant);
        for (String name : List.of("Ana", "Berta", "Celia", "Dora", "Elena")) {
            if (hidden) { // one before each, so that every page would have to leave some out
                Map<String, Object> her = People.with(People.woman("givenName", "Oculta"), "protected", true);
                People.registered(
                        coordinator, People.with(her, "references", List.of(People.reference("imm", "H-" + name))));
            }
            People.registered(
                    coordinator,
                    People.with(
                            People.woman("givenName", name),
                            "references",
                            List.of(People.reference("sisemh", "F-" + name))));
        }
    }

    @Test
    void isNotToldByCountOrOrderOrCursorOfAList() {
        register(tenant, true);
        register(without, false);
        for (String list :
                List.of("/v1/participants?municipality=14039&limit=2", "/v1/participants?municipality=14039&limit=1")) {
            assertEquals(walk(Tokens.coordinator(without), list), walk(Tokens.coordinator(tenant), list));
        }
        // a portal does not see other systems' records at all, so its plain list is the same too
        String plain = "/v1/participants?limit=2";
        assertEquals(walk(Tokens.portal(without, "sisemh"), plain), walk(Tokens.portal(tenant, "sisemh"), plain));
    }

    /** The whole answer but what is the request's own: its trace, and the time. */
    private static String answer(Supplier<Response> request) {
        Response answer = request.get();
        List<String> headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .map(Header::toString)
                .sorted()
                .toList();
        return answer.statusCode() + " " + headers + " " + answer.asString().replaceAll("[0-9a-f]{32}", "TRACE");
    }

    @Test
    void isAbsentByteForByteAndByTheSameWork() {
        String coordinator = Tokens.coordinator(tenant);
        Map<String, Object> told = People.with(People.womanWithCurp(), "protected", true);
        told.put("givenName", "Xóchitl");
        told.put("phone", PHONE);
        told.put("references", List.of(HERS));
        String id = People.registered(coordinator, told);
        Compared.everybody();
        Map<String, Object> absent = People.womanWithCurp();
        for (String token : List.of(
                coordinator,
                Tokens.registrar(tenant),
                Tokens.portal(tenant, "sisemh"),
                Tokens.of("participants:read participants:identity", tenant))) {
            alike(search(token, "curp", told.get("curp")), search(token, "curp", absent.get("curp")));
            alike(search(token, "phone", PHONE), search(token, "phone", "5544332212"));
            alike(search(token, "name", "Xóchitl"), search(token, "name", "Ximénax"));
            alike(search(token, "reference", HERS), search(token, "reference", NOBODYS));
        }
        // an officer, who may open her, is asked about besides
        for (String token : List.of(coordinator, Tokens.registrar(tenant), Tokens.portal(tenant, "sisemh"))) {
            alike(
                    () -> Caller.with(token).get("/v1/participants/by-reference/imm/H-0001"),
                    () -> Caller.with(token).get("/v1/participants/by-reference/imm/H-0002"));
        }
        assertFalse(answer(search(coordinator, "curp", told.get("curp"))).contains(id));
    }

    /** Two institutions alike but for who the hidden woman is: in one she attends, and everything of hers is held. */
    private record World(UUID tenant, Map<String, Object> hidden, String id, UUID center, UUID elsewhere, UUID cohort) {
        static World of(UUID tenant, Map<String, Object> hidden) {
            UUID center = Elsewhere.center(tenant);
            UUID elsewhere = Elsewhere.confidentialCenter(tenant);
            Map<String, Object> known = People.with(People.womanWithCurp(), "center", center);
            known.put("givenName", "Ana");
            known.put("phone", PHONE);
            known.put("references", List.of(People.reference("sisemh", "K-1")));
            People.registered(Tokens.coordinator(tenant), known);
            Map<String, Object> her = People.with(hidden, "protected", true);
            her.put("alias", "Jacaranda 77");
            String id = People.registered(Tokens.coordinator(tenant), her);
            return new World(tenant, her, id, center, elsewhere, Elsewhere.cohort(tenant, center));
        }

        String coordinator() {
            return Tokens.coordinator(tenant);
        }

        String portal() {
            return Tokens.portal(tenant, "sisemh");
        }

        /** Of the centre that she does not come to. */
        String staff() {
            return Tokens.coordinator(tenant, center);
        }

        Map<String, Object> applying(String externalId) {
            Map<String, Object> told = People.with(hidden, "references", List.of());
            told.remove("alias");
            Map<String, Object> body = new HashMap<>(Map.of("participant", told, "cohort", cohort));
            body.put("reference", People.reference("sisemh", externalId));
            return body;
        }

        String imported(String token, String to, Object row) {
            String location = Importing.begun(
                    token, to, "application/x-ndjson", Json.encode(row).getBytes(StandardCharsets.UTF_8));
            Importing.done(token, location);
            return location + "/results";
        }
    }

    private World attending() throws SQLException {
        Map<String, Object> hidden = People.womanWithCurp();
        hidden.put("givenName", "Ana"); // so that she resembles the one who is known
        hidden.put("phone", PHONE);
        hidden.put("references", List.of(HERS));
        World world = World.of(tenant, hidden);
        String application = Caller.post(world.coordinator())
                .body(Map.of("participant", world.hidden(), "cohort", world.cohort()))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Elsewhere.enrolment("enrolled", tenant, UUID.randomUUID(), world.id(), world.elsewhere(), application);
        Eventually.get(
                () -> Database.query(
                        "participants", "SELECT status FROM application WHERE id = ?", UUID.fromString(application)),
                List.of("ENROLLED")::equals);
        return world;
    }

    private World free() {
        Map<String, Object> hidden = People.womanWithCurp();
        hidden.put("givenName", "Xóchitl");
        hidden.put("firstSurname", "Nguyen");
        hidden.put("secondSurname", "Ostrowski");
        return World.of(without, hidden);
    }

    @Test
    void isToldByNoListOfStaffOfAnotherCentreNorByAStateOrByLikenesses() throws SQLException {
        World hers = attending();
        World others = free();
        Compared.everybody();
        for (String list : List.of(
                "/v1/participants",
                "/v1/participants?limit=1",
                "/v1/participants?state=14",
                "/v1/participants?state=09",
                "/v1/participants?municipality=14039",
                "/v1/duplicates",
                "/v1/duplicates?status=open")) {
            alikeBut(get(hers.staff(), list), get(others.staff(), list));
            // whoever sees the whole institution sees an alias and a state, whoever is behind them
            alikeBut(get(hers.coordinator(), list), get(others.coordinator(), list));
        }
    }

    @Test
    void isToldByNoListOfApplicationsNorByWhatAFileCameTo() throws SQLException {
        World hers = attending();
        World others = free();
        for (World world : List.of(hers, others)) {
            Caller.post(world.portal())
                    .body(world.applying("A-2"))
                    .post("/v1/applications")
                    .then()
                    .statusCode(201);
        }
        Compared.everybody();
        alikeBut(get(hers.portal(), "/v1/applications"), get(others.portal(), "/v1/applications"));
        String to = "/v1/applications/imports";
        for (String query : List.of("?dryRun=true", "", "?cohort=" + UUID.randomUUID())) {
            alikeBut(
                    get(hers.portal(), hers.imported(hers.portal(), to + query, hers.applying("A-3"))),
                    get(others.portal(), others.imported(others.portal(), to + query, others.applying("A-3"))));
            alikeBut(
                    get(hers.coordinator(), hers.imported(hers.coordinator(), to + query, hers.applying("A-4"))),
                    get(
                            others.coordinator(),
                            others.imported(others.coordinator(), to + query, others.applying("A-4"))));
        }
        alikeBut(get(hers.portal(), "/v1/applications"), get(others.portal(), "/v1/applications"));
        // a reference of hers is as free as any other
        String people = "/v1/participants/imports?sourceSystem=imm";
        Map<String, Object> row = People.with(People.woman("givenName", "Rosa"), "externalId", "H-0001");
        alikeBut(
                get(hers.coordinator(), hers.imported(hers.coordinator(), people + "&dryRun=true", row)),
                get(others.coordinator(), others.imported(others.coordinator(), people + "&dryRun=true", row)));
    }

    @Test
    void isToldByNoLayoutOfARegisterOfBeneficiaries() throws SQLException {
        World hers = attending();
        World others = free();
        List<String> registers = new ArrayList<>();
        for (World world : List.of(hers, others)) {
            UUID program = UUID.randomUUID();
            UUID delivery = UUID.randomUUID();
            Elsewhere.delivery(
                    "delivered",
                    "delivered",
                    world.tenant(),
                    delivery,
                    1,
                    world.id(),
                    program,
                    "1500.00",
                    "2024-07-15");
            Eventually.get(
                    () -> Database.query(
                            "participants", "SELECT delivered_on FROM beneficiary_delivery WHERE id = ?", delivery),
                    List.of("2024-07-15")::equals);
            registers.add("/v1/beneficiary-registers/"
                    + Caller.post(world.coordinator())
                            .body(register(program))
                            .post("/v1/beneficiary-registers")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id"));
        }
        Compared.everybody();
        for (String layout : List.of("/public-layout", "/full-layout")) {
            alikeBut(
                    get(hers.coordinator(), registers.get(0) + layout),
                    get(others.coordinator(), registers.get(1) + layout));
            alikeBut(get(hers.staff(), registers.get(0) + layout), get(others.staff(), registers.get(1) + layout));
        }
    }

    private static Map<String, Object> register(UUID program) {
        Map<String, Object> told = new HashMap<>();
        told.put("code", "SCE-2024");
        told.put("title", Map.of("es", "Segunda Oportunidad 2024", "en", "Second Chance 2024"));
        told.put("program", program);
        told.put("dependency", "Secretaría de Igualdad Sustantiva");
        told.put("institution", "SISEMH");
        told.put("legalBasis", "Ley de Transparencia del Estado, art. 8, fracc. VI");
        told.put("startsOn", "2024-01-01");
        told.put("endsOn", "2024-12-31");
        return told;
    }

    private static Supplier<Response> get(String token, String path) {
        return () -> Caller.with(token).get(path);
    }

    /** Alike in two institutions: but for ids, moments and CURPs, which are each one's own, and by the same work. */
    private static void alikeBut(Supplier<Response> hers, Supplier<Response> nobodys) {
        answer(hers); // what is looked up once for each institution
        answer(nobodys);
        List<String> answers = new ArrayList<>();
        List<String> forHer = StatementLog.during(() -> answers.add(own(answer(hers))));
        List<String> forNobody = StatementLog.during(() -> answers.add(own(answer(nobodys))));
        assertTrue(answers.get(0).startsWith("200 "), answers.get(0));
        assertEquals(answers.get(1), answers.get(0));
        assertFalse(forHer.isEmpty(), "statements are seen");
        assertEquals(forNobody, forHer);
    }

    private static String own(String answer) {
        return answer.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "MOMENT")
                .replaceAll("[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[A-Z0-9][0-9]", "CURP")
                .replaceAll("\"birthDate\":\"[0-9-]{10}\"", "BORN")
                .replaceAll("(cursor=|\"nextCursor\":\")[A-Za-z0-9_=%.-]+", "$1CURSOR");
    }

    private static Supplier<Response> search(String token, String criterion, Object value) {
        return () -> Caller.post(token).body(Map.of(criterion, value)).post("/v1/participants/search");
    }

    private static void alike(Supplier<Response> hers, Supplier<Response> nobodys) {
        List<String> answers = new ArrayList<>();
        List<String> forHer = StatementLog.during(() -> answers.add(answer(hers)));
        List<String> forNobody = StatementLog.during(() -> answers.add(answer(nobodys)));
        assertEquals(answers.get(1), answers.get(0));
        assertFalse(forHer.isEmpty(), "statements are seen");
        assertEquals(forNobody, forHer);
    }
}
