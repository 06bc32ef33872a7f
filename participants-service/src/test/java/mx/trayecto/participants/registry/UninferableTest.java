package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.participants.StatementLog;
import mx.trayecto.participants.duplicates.Compared;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
