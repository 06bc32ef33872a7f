package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Answer;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.Json.bilingual;

/** What a case sets up and reads back, through the public API alone: its things by name, its women, its figures. */
final class Scene {
    private final Api api;
    private final Progress progress;
    private final Women women;
    private final Figures figures;

    /** @param source the source system of the portal that women apply through */
    Scene(Api api, Progress progress, String source) {
        this.api = api;
        this.progress = progress;
        women = new Women(this, api, progress, source);
        figures = new Figures(api);
    }

    Api api() {
        return api;
    }

    Progress progress() {
        return progress;
    }

    Women women() {
        return women;
    }

    Figures figures() {
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

    /** What the API must refuse, for the reason that has this code. */
    void refused(String code, String path, Map<String, Object> body) {
        try {
            api.rehearse(Caller.COORDINATOR, path, body);
        } catch (DemoFailure refusal) {
            if (refusal.getMessage().contains('"' + code + '"')) {
                return;
            }
            throw refusal;
        }
        throw new DemoFailure("%s was not refused as %s".formatted(path, code));
    }

    /** A path of phases in their order, each with one module of so many hours, given on site. */
    String pathway(String program, List<String> phases, int hours) {
        return pathway(program, phases, hours, "on-site");
    }

    /** A path of phases of which each comes after the one before it, with one module of so many hours. */
    String pathway(String program, List<String> phases, int hours, String modality) {
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
                            modality))));
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

    /** The modules of a path, in the order of its phases. */
    List<String> modules(String pathway) {
        List<String> modules = new ArrayList<>();
        for (JsonNode phase : read("/v1/pathways/" + pathway).path("phases")) {
            phase.path("modules")
                    .forEach(module -> modules.add(module.path("id").asText()));
        }
        return modules;
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
                                "municipality",
                                "%02d001".formatted(1 + number % 32),
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

    JsonNode read(String path) {
        return api.get(Caller.COORDINATOR, path).body();
    }
}
