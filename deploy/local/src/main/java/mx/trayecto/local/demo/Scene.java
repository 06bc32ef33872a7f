package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Answer;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.Json.bilingual;

/**
 * What a case sets up and reads back, through the public API alone: its things by name, its women, its figures. Each
 * figure is held against the published one; the first that differs ends the case.
 */
final class Scene {
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Api api;
    private final Progress progress;
    private final String source;
    private final Map<String, String> figures = new LinkedHashMap<>();
    private String framework;

    /** @param source the source system of the portal that women apply through */
    Scene(Api api, Progress progress, String source) {
        this.api = api;
        this.progress = progress;
        this.source = source;
    }

    /** What was read back, by name. */
    Map<String, String> figures() {
        return figures;
    }

    /** Makes a thing, or finds it where a run before this one made it. */
    String make(String collection, String name, Map<String, Object> body) {
        Answer made = api.post(Caller.COORDINATOR, collection + "/" + name, "/v1/" + collection, body);
        api.waitFor(made);
        return made.id();
    }

    void act(String name, String path, Map<String, Object> body) {
        api.waitFor(api.post(Caller.COORDINATOR, name, path, body));
    }

    String organization(String name, String title, String kind, String state) {
        return make("organizations", name, Json.of("name", bilingual(title), "kind", kind, "state", state));
    }

    String program(String code, String title, String owner, String audience, String lawfulBasis) {
        return make(
                "programs",
                code,
                Json.of(
                        "code", code,
                        "title", bilingual(title),
                        "owner", owner,
                        "audience", audience,
                        "lawfulBasis", lawfulBasis));
    }

    /** A path of phases in their order, each with one module of so many hours. */
    String pathway(String program, List<String> phases, int hours) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            all.add(Json.of(
                    "code",
                    "F" + (i + 1),
                    "title",
                    bilingual(phases.get(i)),
                    "after",
                    i == 0 ? List.of() : List.of("F" + i),
                    "modules",
                    List.of(Json.of(
                            "code",
                            "M" + (i + 1),
                            "title",
                            bilingual(phases.get(i)),
                            "hours",
                            hours,
                            "modality",
                            "on-site"))));
        }
        return make(
                "pathways",
                program,
                Json.of("program", program, "phases", all, "criteria", Json.of("validFrom", "2020-01-01")));
    }

    String center(String code, String name, String organization, String municipality, String opened) {
        return make(
                "centers",
                code,
                Json.of(
                        "code", code,
                        "name", name,
                        "organization", organization,
                        "state", municipality.substring(0, 2),
                        "municipality", municipality,
                        "openedOn", opened));
    }

    /** An open cohort. */
    String cohort(
            String code, String program, String pathway, String center, String startsOn, String endsOn, int capacity) {
        String cohort = make(
                "cohorts",
                code,
                Json.of(
                        "code", code,
                        "program", program,
                        "pathway", pathway,
                        "center", center,
                        "startsOn", startsOn,
                        "endsOn", endsOn,
                        "capacity", capacity));
        act("opening/" + code, "/v1/cohorts/" + cohort + "/opening", Map.of());
        return cohort;
    }

    /**
     * Women of the given numbers apply to a cohort through the portal.
     *
     * @param told what is told of each besides name and birth date
     */
    void apply(String cohort, int first, int women, String on, Map<String, Object> told) {
        progress.each(
                "applications",
                IntStream.range(first, first + women).boxed().toList(),
                number -> api.post(
                                Caller.PORTAL,
                                "application/" + cohort + "/" + number,
                                "/v1/applications",
                                Json.of(
                                        "participant", woman(number, told),
                                        "cohort", cohort,
                                        "reference", Json.of("sourceSystem", source, "externalId", externalId(number)),
                                        "consents",
                                                List.of(Json.of(
                                                        "purpose", "contact",
                                                        "noticeVersion", "2024-1",
                                                        "channel", "portal",
                                                        "granted", true)),
                                        "on", on))
                        .id());
    }

    private static Map<String, Object> woman(int number, Map<String, Object> told) {
        Map<String, Object> woman = new LinkedHashMap<>();
        woman.put("givenName", "Participante " + letters(number));
        woman.put("firstSurname", "Sintética");
        woman.put("birthDate", "%d-%02d-%02d".formatted(1975 + number % 28, 1 + number % 12, 1 + number % 28));
        woman.put("gender", "female");
        woman.putAll(told);
        return woman;
    }

    /** A number in letters, as a name may have them. */
    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    private static String externalId(int number) {
        return "P-%05d".formatted(number);
    }

    /** The enrolments of a cohort by what its women are called in the portal, once all applications are decided. */
    Map<String, String> decided(String cohort, int applications) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            Map<String, String> enrolled = new HashMap<>();
            int decided = 0;
            for (JsonNode application : api.list(Caller.PORTAL, "/v1/applications")) {
                if (application.path("cohort").asText().equals(cohort)
                        && !application.path("status").asText().matches("submitted|applied")) {
                    decided++;
                    if (application.hasNonNull("enrollment")) {
                        enrolled.put(
                                application.path("reference").path("externalId").asText(),
                                application.path("enrollment").asText());
                    }
                }
            }
            if (decided >= applications) {
                return enrolled;
            }
            if (System.nanoTime() > deadline) {
                throw new DemoFailure("%d of %d applications were decided".formatted(decided, applications));
            }
            Api.pause(300);
        }
    }

    /** Does the same for each of some enrolments. */
    void each(String what, Map<String, String> enrollments, String path, Map<String, Object> body) {
        progress.each(
                what,
                enrollments.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList(),
                woman -> {
                    api.waitFor(api.post(
                            Caller.COORDINATOR,
                            what + "/" + woman.getValue(),
                            "/v1/enrollments/" + woman.getValue() + "/" + path,
                            body));
                    return woman;
                });
    }

    /** How many enrolments of a cohort have a status. */
    int enrolled(String cohort, String status) {
        return api.list(Caller.COORDINATOR, "/v1/enrollments?cohort=" + cohort + "&status=" + status)
                .size();
    }

    JsonNode read(String path) {
        return api.get(Caller.COORDINATOR, path).body();
    }

    /** A figure of all that was told so far, which must be the published one. */
    void figure(String name, String kind, String basis, Map<String, Object> measure, String period, String published) {
        expect(
                name,
                values(name, kind, basis, measure, period, "")
                        .path("total")
                        .path("value")
                        .asText(),
                published);
    }

    /** In how many cells of a breakdown there is anything. */
    void cells(
            String name,
            String kind,
            String basis,
            Map<String, Object> measure,
            String period,
            String by,
            int published) {
        int cells = 0;
        for (JsonNode cell :
                values(name, kind, basis, measure, period, "&by=" + by).path("cells")) {
            cells += cell.path("key").asText().equals("notStated") ? 0 : 1;
        }
        expect(name + "." + by, Integer.toString(cells), Integer.toString(published));
    }

    private JsonNode values(
            String name, String kind, String basis, Map<String, Object> measure, String period, String by) {
        api.settle();
        String indicator = api.post(
                        Caller.ANALYST,
                        "indicator/" + name,
                        "/v1/indicators",
                        Json.of(
                                "framework", framework(),
                                "result", "1",
                                "code", name,
                                "title", bilingual(name),
                                "measureKind", kind,
                                "countingBasis", basis,
                                "measure", measure))
                .id();
        return api.get(Caller.ANALYST, "/v1/indicators/" + indicator + "/values?period=" + period + by)
                .body();
    }

    private String framework() {
        if (framework == null) {
            framework = api.post(
                            Caller.ANALYST,
                            "framework",
                            "/v1/frameworks",
                            Json.of(
                                    "code",
                                    "RES",
                                    "title",
                                    bilingual("Resultados publicados", "Published results"),
                                    "kind",
                                    "donor",
                                    "results",
                                    List.of(Json.of(
                                            "code", "1",
                                            "level", "output",
                                            "title", bilingual("Resultados", "Results")))))
                    .id();
        }
        return framework;
    }

    /** Holds what came out against what was published. */
    void expect(String name, String computed, String published) {
        figures.put(name, computed);
        if (!computed.equals(published)) {
            throw new DemoFailure("%s: published %s, computed %s".formatted(name, published, computed));
        }
    }
}
