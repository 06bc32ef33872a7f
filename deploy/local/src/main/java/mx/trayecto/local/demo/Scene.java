package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private static final int AT_ONCE = 500;

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
     * Women of the given numbers apply to a cohort, one by one through the portal.
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
                                application(cohort, number, on, told))
                        .id());
    }

    /** The same in one file, of which no row may be refused. */
    void applyTogether(String cohort, int first, int women, String on, Map<String, Object> told) {
        JsonNode task = api.importRows(
                Caller.PORTAL,
                "applications/" + cohort + "/" + first,
                "/v1/applications/imports",
                IntStream.range(first, first + women)
                        .mapToObj(number -> application(cohort, number, on, told))
                        .toList());
        JsonNode rows = task.path("rows");
        if (rows.path("created").asInt() + rows.path("unchanged").asInt() != women) {
            throw new DemoFailure("of %d applications in a file became %s".formatted(women, rows));
        }
        progress.show("applications in one file", women, women);
    }

    private Map<String, Object> application(String cohort, int number, String on, Map<String, Object> told) {
        return Json.of(
                "participant", woman(number, told),
                "cohort", cohort,
                "reference", Json.of("sourceSystem", source, "externalId", externalId(number)),
                "consents",
                        Stream.of("contact", "sensitive-data")
                                .filter(purpose -> purpose.equals("contact") || told.containsKey("migration"))
                                .map(purpose -> Json.of(
                                        "purpose",
                                        purpose,
                                        "noticeVersion",
                                        "2024-1",
                                        "channel",
                                        "portal",
                                        "granted",
                                        true))
                                .toList(),
                "on", on);
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
    SortedMap<String, String> decided(String cohort, int applications) {
        SortedMap<String, String> enrolled = new TreeMap<>();
        int decided = 0;
        for (JsonNode application : api.list(Caller.PORTAL, "/v1/applications", Scene::decided)) {
            if (application.path("cohort").asText().equals(cohort)) {
                decided++;
                if (application.hasNonNull("enrollment")) {
                    enrolled.put(
                            application.path("reference").path("externalId").asText(),
                            application.path("enrollment").asText());
                }
            }
        }
        if (decided != applications) {
            throw new DemoFailure("%d of %d applications were decided".formatted(decided, applications));
        }
        return enrolled;
    }

    private static boolean decided(JsonNode application) {
        return !application.path("status").asText().matches("submitted|applied");
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

    /** Enrols women known from an earlier cohort, by their enrolments in that. */
    void enrolAgain(Collection<String> earlier, String cohort, String on) {
        progress.each(
                "enrolled again",
                List.copyOf(earlier),
                before -> make(
                        "enrollments",
                        cohort + "/" + before,
                        Json.of(
                                "participant",
                                read("/v1/enrollments/" + before)
                                        .path("participant")
                                        .asText(),
                                "cohort",
                                cohort,
                                "on",
                                on)));
    }

    /** The first day on which the women of a cohort take part. */
    void start(String cohort) {
        act("start/" + cohort, "/v1/cohorts/" + cohort + "/start", Map.of());
    }

    /** Some women of a cohort complete a module, at most 500 in one call. */
    void complete(String cohort, String module, String on, Collection<String> enrollments) {
        List<String> all = List.copyOf(enrollments);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            act(
                    "completion/%s/%s/%d".formatted(cohort, module, from),
                    "/v1/cohorts/" + cohort + "/completions",
                    Json.of(
                            "module",
                            module,
                            "on",
                            on,
                            "enrollments",
                            all.subList(from, Math.min(from + AT_ONCE, all.size()))));
        }
    }

    /** Everybody of a cohort who meets the criteria graduates. */
    void graduate(String cohort, String on) {
        act("graduation/" + cohort, "/v1/cohorts/" + cohort + "/graduation", Json.of("on", on));
    }

    /** The modules of a path, in the order of its phases. */
    List<String> modules(String pathway) {
        List<String> modules = new ArrayList<>();
        for (JsonNode phase : read("/v1/pathways/" + pathway).path("phases")) {
            phase.path("modules")
                    .forEach(module -> modules.add(module.path("id").asText()));
        }
        return modules;
    }

    /** Each mentor accompanies the women given to her. */
    void mentor(Map<String, List<String>> mentees, String on) {
        progress.each(
                "mentorships",
                List.copyOf(mentees.entrySet()),
                each -> make(
                        "mentorships",
                        each.getKey(),
                        Json.of("mentor", each.getKey(), "startsOn", on, "mentees", each.getValue())));
    }

    /** Centres of one organization, one after another in each of the 32 states. */
    void centers(String name, String title, String organization, String opened, int many) {
        progress.each(
                name,
                IntStream.rangeClosed(1, many).boxed().toList(),
                number -> make(
                        "centers",
                        name + "/" + number,
                        Json.of(
                                "code",
                                name.toUpperCase(Locale.ROOT) + "-" + number,
                                "name",
                                title + " " + number,
                                "organization",
                                organization,
                                "state",
                                "%02d".formatted(1 + number % 32),
                                "openedOn",
                                opened)));
    }

    /** So many activities of a kind, each on its own. */
    void activities(String name, String kind, String audience, String title, String on, String center, int many) {
        progress.each(
                name,
                IntStream.rangeClosed(1, many).boxed().toList(),
                number -> make(
                        "activities",
                        name + "/" + number,
                        Json.of(
                                "kind",
                                kind,
                                "audience",
                                audience,
                                "title",
                                bilingual(title + " " + number),
                                "center",
                                center,
                                "startsOn",
                                on)));
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
                period.equals("all") ? name : name + " " + period,
                values(name, kind, basis, measure, period, "")
                        .path("total")
                        .path("value")
                        .asText(),
                published);
    }

    /**
     * A figure that was published without the records behind it: reported with its qualifier, accepted by a second person.
     *
     * @param qualifier {@code at-least}, {@code at-most}, {@code about}; null where it is exact
     */
    void reported(String name, String kind, String basis, int number, String qualifier, String period, String title) {
        String indicator = indicator(name, kind, basis, null);
        String path = "/v1/indicators/" + indicator + "/reported-values";
        String value = api.post(
                        Caller.ANALYST,
                        "reported/" + name + "/" + period,
                        path,
                        Json.of(
                                "period", period,
                                "value", Json.of("kind", "number", "number", number, "qualifier", qualifier),
                                "evidence", Evidence.of(title)))
                .id();
        api.post(
                Caller.REVIEWER,
                "review/" + name + "/" + period,
                path + "/" + value + "/review",
                Json.of("decision", "accepted"));
        JsonNode stands = api.get(Caller.ANALYST, path + "/" + value).body();
        expect(
                name + (period == null ? "" : " " + period) + " (r)",
                "%s %s %s"
                        .formatted(
                                stands.path("status").asText(),
                                stands.at("/value/qualifier").asText("exact"),
                                stands.at("/value/number").asText()),
                "accepted %s %d".formatted(qualifier == null ? "exact" : qualifier, number));
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
        expect(name + " " + period + " by " + by, Integer.toString(cells), Integer.toString(published));
    }

    private JsonNode values(
            String name, String kind, String basis, Map<String, Object> measure, String period, String by) {
        api.settle();
        String indicator = indicator(name, kind, basis, measure);
        return api.get(Caller.ANALYST, "/v1/indicators/" + indicator + "/values?period=" + period + by)
                .body();
    }

    private String indicator(String name, String kind, String basis, Map<String, Object> measure) {
        return api.post(
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
