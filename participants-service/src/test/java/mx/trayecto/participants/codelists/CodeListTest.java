package mx.trayecto.participants.codelists;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@QuarkusTest
@TrayectoTest
class CodeListTest {
    private static final Path DATA = Path.of(System.getProperty("trayecto.reference-data", "../../shared/data"));
    private static final Path PINNED = Path.of("src", "test", "resources", "code-lists.txt");

    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);
    private final String administrator = Tokens.of("catalogues:admin", tenant);

    private JsonPath list(String name) {
        return Caller.with(registrar)
                .get("/v1/code-lists/" + name)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response load(String etag, byte[] file) {
        return Caller.with(administrator)
                .header("If-Match", etag)
                .header("Accept-Language", "en")
                .contentType("text/csv")
                .body(file)
                .put("/v1/code-lists/languages");
    }

    private Response load(String file) {
        return load(
                Caller.with(registrar).get("/v1/code-lists/languages").header("ETag"),
                file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void servesEveryListWithLabelsInBothLanguages() {
        List<String> names =
                Caller.with(registrar).get("/v1/code-lists").jsonPath().getList("items.list");
        assertTrue(names.containsAll(List.of(
                "barriers",
                "benefit",
                "civil-status",
                "collective-sector",
                "consent-purpose",
                "disability-answers",
                "disability-questions",
                "gender",
                "guardian-relationship",
                "income-activity",
                "languages",
                "legal-form",
                "member-role",
                "migration",
                "schooling",
                "self-identification")));
        for (String name : names) {
            JsonPath list = list(name);
            assertFalse(list.getList("codes").isEmpty(), name);
            for (Map<String, Object> entry : list.<Map<String, Object>>getList("codes")) {
                Map<?, ?> label = (Map<?, ?>) entry.get("label");
                assertFalse(String.valueOf(label.get("es")).isBlank(), name + entry);
                assertFalse(
                        label.get("en") == null || label.get("en").toString().isBlank(), name + entry);
            }
        }
        assertEquals(
                List.of("yes", "no", "notAsked"), list("self-identification").getList("codes.code"));
        assertEquals(List.of("1", "2", "3", "4"), list("disability-answers").getList("codes.code"));
    }

    /** Whoever changes a code or a label raises the version, and pins the list anew here. */
    @Test
    void nothingOfABuiltInListChangesWithoutItsVersion() throws IOException, NoSuchAlgorithmException {
        Map<String, String> pinned = new TreeMap<>();
        for (String name :
                Caller.with(registrar).get("/v1/code-lists").jsonPath().<String>getList("items.list")) {
            if (!name.equals("languages")) {
                Response answer = Caller.with(registrar).get("/v1/code-lists/" + name);
                StringBuilder codes = new StringBuilder();
                for (Map<String, Object> entry : answer.jsonPath().<Map<String, Object>>getList("codes")) {
                    Map<?, ?> label = (Map<?, ?>) entry.get("label");
                    codes.append(entry.get("code"))
                            .append('|')
                            .append(label.get("es"))
                            .append('|')
                            .append(label.get("en"))
                            .append('\n');
                }
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(codes.toString().getBytes(StandardCharsets.UTF_8));
                pinned.put(
                        name,
                        answer.jsonPath().getInt("version") + " "
                                + HexFormat.of().formatHex(digest).substring(0, 16));
            }
        }
        StringBuilder now = new StringBuilder();
        pinned.forEach(
                (name, version) -> now.append(name).append(' ').append(version).append('\n'));
        if (Boolean.getBoolean("code-lists.update")) {
            Files.writeString(PINNED, now);
        }
        assertEquals(Files.readString(PINNED), now.toString());
    }

    @Test
    void takesEveryCodeThatItServes() {
        Map<String, String> fields = Map.of(
                "civilStatus", "civil-status",
                "schooling", "schooling",
                "incomeActivity", "income-activity",
                "gender", "gender");
        fields.forEach((field, name) -> list(name)
                .<String>getList("codes.code")
                .forEach(code -> People.register(registrar, People.woman(field, code))
                        .statusCode(201)
                        .body(field, equalTo(code))));
        People.register(
                        registrar,
                        People.woman(
                                "barriers",
                                list("barriers").getList("codes.code").stream()
                                        .limit(20)
                                        .toList()))
                .statusCode(201);
    }

    @Test
    void mayBeKeptAndAskedForAgain() {
        Response first = Caller.with(registrar).get("/v1/code-lists/schooling");
        first.then().statusCode(200).header("ETag", "\"v1\"").header("Cache-Control", startsWith("public, max-age="));
        Caller.with(registrar)
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/code-lists/schooling")
                .then()
                .statusCode(304);
        Caller.with(registrar).get("/v1/code-lists/schooling?version=1").then().statusCode(200);
        Caller.with(registrar).get("/v1/code-lists/schooling?version=7").then().statusCode(404);
        Caller.with(registrar)
                .get("/v1/code-lists/schooling?version=x")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("version"));
        Caller.with(registrar).get("/v1/code-lists/absent").then().statusCode(404);
    }

    /** In one test: the list is the same for every tenant, and what is loaded stays. */
    @Test
    void takesInalisLanguagesAndThenRefusesWhatIsNotAmongThem() throws IOException {
        Path catalogue = DATA.resolve("inali_languages.csv");
        assumeTrue(Files.exists(catalogue), "reference data is absent: " + catalogue);
        byte[] inali = Files.readAllBytes(catalogue);
        Response before = Caller.with(registrar).get("/v1/code-lists/languages");
        Response loaded = load(before.header("ETag"), inali);
        loaded.then().statusCode(200).body("codes", org.hamcrest.Matchers.hasSize(2 + 68));
        int version = loaded.jsonPath().getInt("version");
        JsonPath list = list("languages");
        assertEquals(version, list.getInt("version"));
        assertEquals("Español", list.getString("codes.find { it.code == 'spa' }.label.es"));
        assertEquals("Pápago", list.getString("codes.find { it.code == '0201' }.label.es"));
        assertEquals("Pápago", list.getString("codes.find { it.code == '0201' }.label.en")); // no English name is known
        assertEquals("ood", list.getString("codes.find { it.code == '0201' }.iso639"));
        assertEquals(
                44,
                list.getList("codes.findAll { it.code.length() == 4 && it.iso639 != null }")
                        .size(),
                "one code alone");
        assertEquals("yuto-nahua", list.getString("codes.find { it.code == '0201' }.group.es"));

        load(loaded.header("ETag"), inali).then().statusCode(200).header("ETag", loaded.header("ETag"));
        load("\"v99\"", inali).then().statusCode(412);

        Map<String, Object> told = People.woman("languages", List.of("spa", "0201", "hat"));
        told.put("consents", List.of(People.consent("sensitive-data", true)));
        String id = People.registered(registrar, told);
        People.register(registrar, People.with(told, "languages", List.of("0201", "0299")))
                .statusCode(422)
                .body("errors.pointer", contains("/languages/1"))
                .body("errors.code", contains("unknown-language"));
        Caller.patch(registrar, "\"v0\"")
                .body(Map.of("languages", List.of("0299")))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/languages/0"));

        String more = new String(inali, StandardCharsets.UTF_8) + "9901,99,aislada,Prueba,,none\n";
        load(more).then().statusCode(200).body("version", equalTo(version + 1));
        Caller.with(registrar)
                .get("/v1/code-lists/languages?version=" + version)
                .then()
                .statusCode(200)
                .body("codes", org.hamcrest.Matchers.hasSize(2 + 68));
        Caller.with(registrar)
                .get("/v1/code-lists/languages")
                .then()
                .body("codes.code", hasItems("9901", "spa", "mfs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'code,name\\n0201,Pápago\\n' | /1 | columns",
                "'inali_code,name_es\\n' | /1 | empty",
                "'inali_code,name_es\\n201,Pápago\\n' | /2 | pattern",
                "'inali_code,name_es\\n0201,\\n' | /2 | required",
                "'inali_code,name_es\\n0201,Pápago\\n0201,Pima\\n' | /3 | repeated"
            })
    void refusesAFileThatIsNoCatalogue(String file, String pointer, String code) {
        load(file.replace("\\n", "\n"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void loadsOnlyWhatIsNotPartOfTheProgram() {
        Caller.with(administrator)
                .header("If-Match", "\"v1\"")
                .contentType("text/csv")
                .body("inali_code,name_es\n0201,Pápago\n".getBytes(StandardCharsets.UTF_8))
                .put("/v1/code-lists/gender")
                .then()
                .statusCode(409)
                .body("code", equalTo("code-list-built-in"));
        Caller.with(administrator)
                .contentType("text/csv")
                .body("x".getBytes(StandardCharsets.UTF_8))
                .put("/v1/code-lists/languages")
                .then()
                .statusCode(428);
    }
}
