package mx.trayecto.programs.graduation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class GraduationExceptionTest {
    private static final String ALL = """
            {"reason": "equivalent-training", "document": {"title": "Diploma", "reference": "ICATEJ/2023/8", "sha256": "%s"},
             "waives": [{"requirement": "module", "module": "M1"}, {"requirement": "module", "module": "M2"},
                        {"requirement": "module", "module": "M3"}, {"requirement": "module", "module": "M4"},
                        {"requirement": "attendance"}, {"requirement": "instrument", "instrument": "entry"},
                        {"requirement": "instrument", "instrument": "exit"}]}""".formatted("c4".repeat(32));

    private Group group;
    private String second;

    @BeforeEach
    void begin() {
        group = new Group(5);
        second = Tokens.of("graduations:decide", group.tenant);
    }

    private String asked(UUID woman, String body) {
        return "/v1/graduation-exceptions/"
                + group.act("/v1/enrollments/" + woman + "/graduation-exceptions", body)
                        .then()
                        .statusCode(201)
                        .body("status", equalTo("requested"))
                        .extract()
                        .path("id");
    }

    private ValidatableResponse decide(String token, String exception, String decision) {
        return Caller.post(token)
                .body("{\"decision\": \"" + decision + "\"}")
                .post(exception + "/review")
                .then();
    }

    private ValidatableResponse graduate(String query) {
        return group.act("/v1/cohorts/" + group.cohort + "/graduation" + query, "{\"on\": \"2024-10-11\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void letsHerGraduateOnceASecondPersonHasAcceptedIt() {
        UUID woman = group.enrolled();
        UUID session = group.session("2024-06-12", "3");
        group.roll(session, Map.of(woman, true)).then().statusCode(200);
        String exception = asked(woman, ALL);
        graduate("").body("graduated", empty());
        decide(group.token, exception, "accepted").statusCode(409).body("code", equalTo("own-request"));
        decide(second, exception, "accepted").statusCode(200).body("status", equalTo("accepted"));
        decide(second, exception, "refused").statusCode(409).body("code", equalTo("already-reviewed"));
        graduate("?dryRun=true").body("byException", contains(woman.toString()));
        graduate("").body("graduated", contains(woman.toString())).body("byException", contains(woman.toString()));
        group.read("/v1/enrollments/" + woman)
                .then()
                .body("status", equalTo("graduated"))
                .body("byException", equalTo(true));
        assertTrue(Told.of(Group.ENROLLMENTS, woman, 5)
                .getLast()
                .data()
                .get("exception")
                .asBoolean());
    }

    @Test
    void servesOneGraduation() {
        UUID woman = group.enrolled();
        String exception = asked(woman, ALL);
        decide(second, exception, "accepted").statusCode(200);
        graduate("").body("byException", contains(woman.toString()));
        group.step(woman, "graduation-revocation", "{\"on\": \"2024-10-11\", \"reason\": \"mistake\"}")
                .then()
                .statusCode(200)
                .body("byException", nullValue());
        group.read(exception).then().body("status", equalTo("lapsed"));
        decide(second, exception, "accepted").statusCode(409).body("code", equalTo("already-reviewed"));
        for (String query : List.of("?dryRun=true", "")) {
            graduate(query)
                    .body("graduated", empty())
                    .body("byException", empty())
                    .body("notGraduated.enrollment", contains(woman.toString()))
                    .body("notGraduated[0].missing.module.findAll { it != null }", contains("M1", "M2", "M3", "M4"))
                    .body("notGraduated[0].missing.instrument.findAll { it != null }", contains("entry", "exit"))
                    .body("notGraduated[0].missing.code", hasItem("attendance"));
        }
        assertEquals("active", group.status(woman));
        decide(second, asked(woman, ALL), "accepted").statusCode(200);
        graduate("").body("byException", contains(woman.toString()));
    }

    @Test
    void coversWhatItNamesAndNothingElse() {
        UUID woman = group.enrolled();
        String exception = asked(woman, """
                {"reason": "health", "waives": [{"requirement": "module", "module": "M1"}, {"requirement": "attendance"}]}""");
        decide(second, exception, "accepted").statusCode(200);
        graduate("")
                .body("graduated", empty())
                .body("notGraduated[0].missing.module.findAll { it != null }", contains("M2", "M3", "M4"))
                .body("notGraduated[0].missing.code.unique()", contains("module", "instrument"));
    }

    @Test
    void ofOneThatWasRefusedNothingHolds() {
        UUID woman = group.enrolled();
        String exception = asked(woman, ALL);
        decide(second, exception, "refused").statusCode(200);
        graduate("").body("graduated", empty());
        group.read("/v1/enrollments/" + woman + "/graduation-exceptions")
                .then()
                .body("items.status", equalTo(List.of("refused")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'reason': 'health', 'waives': []} | /waives",
                "{'waives': [{'requirement': 'attendance'}]} | /reason",
                "{'reason': 'health', 'waives': [{'requirement': 'module'}]} | /waives/0",
                "{'reason': 'health', 'waives': [{'requirement': 'attendance', 'module': 'M1'}]} | /waives/0",
                "{'reason': 'health', 'waives': [{'requirement': 'module', 'module': 'M9'}]} | /waives/0/module"
            })
    void refusesWhatCannotBe(String body, String pointer) {
        group.act("/v1/enrollments/" + group.enrolled() + "/graduation-exceptions", body.replace('\'', '"'))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }
}
