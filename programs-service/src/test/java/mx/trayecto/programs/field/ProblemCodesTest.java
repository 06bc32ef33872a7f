package mx.trayecto.programs.field;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A partner's program branches on codes: each kind of bad input has its own, and it stays. */
@QuarkusTest
@TrayectoTest
class ProblemCodesTest {
    private static Group shared;

    private Group group;

    @BeforeEach
    void begin() {
        shared = shared == null ? new Group(5) : shared;
        group = shared;
    }

    enum Bad {
        OVERLAPPING_SESSIONS("session-overlap") {
            @Override
            Response send(Group group) {
                String body = "{\"on\": \"2024-06-12\", \"startsAt\": \"%s\", \"hours\": 3}";
                String path = "/v1/cohorts/" + group.cohort + "/sessions";
                group.catalogue.create(path, body.formatted("10:00"));
                return group.act(path, body.formatted("12:59"));
            }
        },
        ATTENDANCE_OUTSIDE_THE_COHORTS_DATES("outside-cohort") {
            @Override
            Response send(Group group) {
                return group.act("/v1/cohorts/" + group.cohort + "/sessions", "{\"on\": \"2024-06-09\", \"hours\": 3}");
            }
        },
        COMPLETION_OF_A_MODULE_NOT_ON_HER_VERSION("not-on-pathway") {
            @Override
            Response send(Group group) {
                UUID other = group.catalogue.create("/v1/pathways", Catalogue.pathway(group.catalogue.program));
                String module = group.read("/v1/pathways/" + other).path("phases[0].modules[0].id");
                return group.act(
                        "/v1/enrollments/" + group.enrolled() + "/completions",
                        "{\"module\": \"%s\", \"on\": \"2024-06-12\"}".formatted(module));
            }
        },
        DELIVERY_IN_AN_UNKNOWN_CURRENCY("currency") {
            @Override
            Response send(Group group) {
                return group.act(
                        "/v1/enrollments/" + group.enrolled() + "/deliveries",
                        "{\"kind\": \"stipend\", \"amount\": {\"amount\": \"10.00\", \"currency\": \"PES\"}}");
            }
        },
        NEGATIVE_HOURS("negative") {
            @Override
            Response send(Group group) {
                return hours(group, "-1");
            }
        },
        TOO_FEW_HOURS("decimal-min") {
            @Override
            Response send(Group group) {
                return hours(group, "0.1");
            }
        },
        CYCLE_IN_PREREQUISITES("prerequisite-cycle") {
            @Override
            Response send(Group group) {
                return group.act(
                        "/v1/pathways",
                        Catalogue.pathway(group.catalogue.program)
                                .replace("\"formacion\",", "\"formacion\", \"after\": [\"formacion\"],"));
            }
        },
        RULE_THAT_DOES_NOT_PARSE("expression") {
            @Override
            Response send(Group group) {
                return group.act("/v1/programs/" + group.catalogue.program + "/eligibility", """
                        {"conditions": [{"code": "student", "expression": "student && (", "reason": {"es": "no estudia"}}]}""");
            }
        },
        STATEMENT_WITHOUT_ACTOR("actor-required") {
            @Override
            Response send(Group group) {
                return Caller.with(group.token)
                        .header("X-Experience-API-Version", "1.0.3")
                        .contentType("application/json")
                        .body(
                                "{\"verb\": {\"id\": \"http://adlnet.gov/expapi/verbs/completed\"}, \"object\": {\"id\": \"x\"}}")
                        .post("/v1/xapi/statements");
            }
        };

        private final String code;

        Bad(String code) {
            this.code = code;
        }

        abstract Response send(Group group);

        private static Response hours(Group group, String hours) {
            return group.act(
                    "/v1/cohorts/" + group.cohort + "/sessions",
                    "{\"on\": \"2024-06-13\", \"hours\": %s}".formatted(hours));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToldByACodeOfItsOwn(Bad bad) {
        bad.send(group).then().statusCode(422).body("errors.code", contains(bad.code));
    }

    @Test
    void noTwoHaveTheSame() {
        List<String> codes = Stream.of(Bad.values()).map(bad -> bad.code).toList();
        assertEquals(codes.stream().distinct().toList(), codes);
    }
}
