package mx.trayecto.proof.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.proof.ledger.Write;
import mx.trayecto.proof.load.Api.Reply;

/**
 * What the women of one proof are enrolled in: a programme with two modules and two cohorts with more seats than anybody
 * will take, four sessions each.
 */
public final class Programme {
    static final String STARTS_ON = "2024-06-03";
    private static final int COHORTS = 2;
    private static final List<String> SESSIONS = List.of("2024-07-01", "2024-07-15", "2024-08-05", "2024-08-19");

    /** A cohort with its sessions. */
    public record Cohort(String id, List<String> sessions) {}

    private final String id;
    private final String center;
    private final List<String> modules;
    private final List<Cohort> cohorts;

    private Programme(String id, String center, List<String> modules, List<Cohort> cohorts) {
        this.id = id;
        this.center = center;
        this.modules = modules;
        this.cohorts = cohorts;
    }

    public String id() {
        return id;
    }

    String center() {
        return center;
    }

    List<String> modules() {
        return modules;
    }

    public List<Cohort> cohorts() {
        return cohorts;
    }

    /** @param name tells the programmes of one tenant apart */
    public static Programme setUp(Writer writer, String name) {
        String owner = made(
                writer,
                "/v1/organizations",
                Json.of("name", Json.bilingual(name), "kind", "state-mechanism", "state", "14"));
        String center = made(
                writer,
                "/v1/centers",
                Json.of(
                        "code",
                        name,
                        "name",
                        "Centro " + name,
                        "organization",
                        owner,
                        "state",
                        "14",
                        "municipality",
                        "14039",
                        "openedOn",
                        "2022-01-17"));
        String program = made(
                writer,
                "/v1/programs",
                Json.of(
                        "code",
                        name,
                        "title",
                        Json.bilingual(name),
                        "owner",
                        owner,
                        "audience",
                        "women",
                        "lawfulBasis",
                        "Ley Estatal para la Igualdad entre Mujeres y Hombres"));
        Reply pathway = make(writer, "/v1/pathways", pathway(program));
        List<String> modules = new ArrayList<>();
        for (JsonNode module : pathway.body().path("phases").path(0).path("modules")) {
            modules.add(module.path("id").asText());
        }
        List<Cohort> cohorts = new ArrayList<>();
        for (int n = 1; n <= COHORTS; n++) {
            cohorts.add(cohort(writer, name + "-" + n, program, pathway.id(), center));
        }
        return new Programme(program, center, modules, cohorts);
    }

    private static Map<String, Object> pathway(String program) {
        List<Map<String, Object>> modules = new ArrayList<>();
        for (String code : List.of("digital", "finanzas")) {
            modules.add(Json.of(
                    "code",
                    code,
                    "title",
                    Json.bilingual(code),
                    "hours",
                    8,
                    "modality",
                    "mixed",
                    "required",
                    true,
                    "externalCourseId",
                    "course-" + code));
        }
        return Json.of(
                "program",
                program,
                "pathwayVersion",
                1,
                "title",
                Json.bilingual("Ruta"),
                "phases",
                List.of(Json.of("code", "ruta", "title", Json.bilingual("Ruta"), "modules", modules)),
                "criteria",
                Json.of("validFrom", "2021-01-01", "minimumAttendancePercent", 0));
    }

    private static Cohort cohort(Writer writer, String code, String program, String pathway, String center) {
        String id = made(
                writer,
                "/v1/cohorts",
                Json.of(
                        "code", code,
                        "program", program,
                        "pathway", pathway,
                        "center", center,
                        "startsOn", STARTS_ON,
                        "endsOn", "2024-12-20",
                        "capacity", 100_000));
        make(writer, "/v1/cohorts/" + id + "/opening", Map.of());
        make(writer, "/v1/cohorts/" + id + "/start", Map.of());
        List<String> sessions = new ArrayList<>();
        for (String day : SESSIONS) {
            sessions.add(session(writer, id, day));
        }
        return new Cohort(id, sessions);
    }

    /** The centre is said to have been opened elsewhere and on another day. */
    public void correctCenter(Writer writer, String municipality, String openedOn) {
        writer.change(
                Write.of("setup", "programs", Map.of()),
                "PATCH",
                "/v1/centers/" + center,
                Map.of("municipality", municipality, "openedOn", openedOn),
                "\"v0\"",
                now -> now.body().path("openedOn").asText().equals(openedOn));
    }

    /** A session of which only the day is known: at a given hour a cohort has one at most. */
    static String session(Writer writer, String cohort, String day) {
        return writer.post(
                        Write.of("session", "programs", Map.of("cohort", cohort)),
                        "/v1/cohorts/" + cohort + "/sessions",
                        Json.of("on", day, "hours", 4))
                .id();
    }

    private static String made(Writer writer, String path, Map<String, Object> body) {
        return make(writer, path, body).id();
    }

    private static Reply make(Writer writer, String path, Map<String, Object> body) {
        return writer.post(Write.of("setup", "programs", new LinkedHashMap<>()), path, body);
    }
}
