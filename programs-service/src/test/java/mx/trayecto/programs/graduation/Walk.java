package mx.trayecto.programs.graduation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import mx.trayecto.programs.Group;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What women do on their way: five sessions of three hours, modules, surveys. */
final class Walk {
    private final Group group;
    private final Map<String, UUID> instruments = new LinkedHashMap<>();

    Walk(Group group) {
        this.group = group;
        for (String kind : List.of("entry", "exit")) {
            instruments.put(kind, group.catalogue.create("/v1/instruments", """
                    {"code": "%s", "version": 1, "kind": "%s",
                     "questions": [{"code": "q", "type": "number", "text": {"es": "¿Cuántas?"}}]}""".formatted(kind, kind)));
        }
    }

    String graduation() {
        return "/v1/cohorts/" + group.cohort + "/graduation";
    }

    /** Five sessions, of which each woman attends the first so many; who attends none is not in the roll. */
    void sessions(Map<UUID, Integer> attends) {
        for (int i = 0; i < 5; i++) {
            Map<UUID, Boolean> roll = new LinkedHashMap<>();
            int session = i;
            attends.forEach((woman, times) -> roll.put(woman, session < times));
            group.roll(group.session("2024-06-" + (11 + i), "3"), roll).then().statusCode(200);
        }
    }

    void complete(String module, List<UUID> women) {
        group.act(
                        "/v1/cohorts/" + group.cohort + "/completions",
                        "{\"module\": \"%s\", \"on\": \"2024-08-01\", \"enrollments\": %s}"
                                .formatted(
                                        group.module(module),
                                        women.stream().map(w -> "\"" + w + "\"").toList()))
                .then()
                .statusCode(200);
    }

    void answer(UUID woman, String... kinds) {
        for (String kind : kinds) {
            group.act(
                            "/v1/enrollments/" + woman + "/surveys",
                            "{\"instrument\": \"%s\", \"on\": \"2024-08-01\", \"answers\": {\"q\": 1}}"
                                    .formatted(instruments.get(kind)))
                    .then()
                    .statusCode(201);
        }
    }

    /** A woman who has graduated: eight events until then. */
    UUID graduate() {
        UUID woman = group.enrolled();
        for (String module : List.of("M1", "M2", "M3", "M4")) {
            complete(module, List.of(woman));
        }
        answer(woman, "entry", "exit");
        group.act(
                "/v1/pathways/" + group.catalogue.pathway + "/criteria",
                "{\"validFrom\": \"2024-10-01\", \"instruments\": [\"entry\", \"exit\"]}");
        group.act(graduation(), GraduationTest.ON).then().statusCode(200);
        assertEquals("graduated", group.status(woman));
        return woman;
    }
}
