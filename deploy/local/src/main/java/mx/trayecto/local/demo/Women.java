package mx.trayecto.local.demo;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Caller;

/** What the women of a case do: they apply through the portal, take part, graduate, accompany others. */
final class Women {
    private static final int AT_ONCE = 500;

    /** The birth date of the youngest: of age on the day when the earliest of the programmes took its applications. */
    private static final LocalDate YOUNGEST = LocalDate.of(2000, 12, 31);

    private final Scene scene;
    private final Api api;
    private final Progress progress;
    private final String source;

    /** @param source the source system of the portal that they apply through */
    Women(Scene scene, Api api, Progress progress, String source) {
        this.scene = scene;
        this.api = api;
        this.progress = progress;
        this.source = source;
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
        applyTogether(cohort, first, women, on, number -> told);
    }

    /** @param told what is told of each by her number */
    void applyTogether(String cohort, int first, int women, String on, IntFunction<Map<String, Object>> told) {
        api.importRows(
                Caller.PORTAL,
                "applications/" + cohort + "/" + first,
                "/v1/applications/imports",
                IntStream.range(first, first + women)
                        .mapToObj(number -> application(cohort, number, on, told.apply(number)))
                        .toList());
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
        Map<String, Object> woman = Woman.named(new Random(number), YOUNGEST);
        woman.putAll(told);
        return woman;
    }

    private static String externalId(int number) {
        return "P-%05d".formatted(number);
    }

    /** The enrolments of a cohort by what its women are called in the portal, once all applications are decided. */
    SortedMap<String, String> decided(String cohort, int applications) {
        SortedMap<String, String> enrolled = new TreeMap<>();
        int decided = 0;
        for (JsonNode application : api.list(Caller.PORTAL, "/v1/applications", Women::decided)) {
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

    /** Each of some enrolments gets the same, told in one table. */
    void deliver(String what, Collection<String> enrollments, Map<String, Object> delivery) {
        together(what, "deliveries", enrollments, number -> {
            Map<String, Object> row = Json.of("externalId", what);
            row.putAll(delivery);
            return row;
        });
    }

    /** Each of some enrolments answers an instrument, told in one table. @param answers by her place, from 0 */
    void answer(
            String what,
            String instrument,
            String on,
            Collection<String> enrollments,
            IntFunction<Map<String, Object>> answers) {
        together(
                what,
                "surveys",
                enrollments,
                place -> Json.of("instrument", instrument, "on", on, "answers", answers.apply(place)));
    }

    private void together(
            String what, String collection, Collection<String> enrollments, IntFunction<Map<String, Object>> row) {
        List<String> all = List.copyOf(enrollments);
        api.importRows(
                Caller.COORDINATOR,
                collection + "/" + what,
                "/v1/" + collection + "/imports",
                IntStream.range(0, all.size())
                        .mapToObj(place -> {
                            Map<String, Object> told = row.apply(place);
                            told.put("enrollment", all.get(place));
                            return told;
                        })
                        .toList());
        progress.show(what + " in one table", all.size(), all.size());
    }

    /**
     * Enrols women known from an earlier cohort, by their enrolments in that.
     *
     * @return their new enrolments
     */
    List<String> enrolAgain(Collection<String> earlier, String cohort, String on) {
        return progress.each(
                "enrolled again",
                List.copyOf(earlier),
                before -> scene.make(
                        "enrollments",
                        cohort + "/" + before,
                        Json.of(
                                "participant",
                                scene.read("/v1/enrollments/" + before)
                                        .path("participant")
                                        .asText(),
                                "cohort",
                                cohort,
                                "on",
                                on)));
    }

    /** The first day on which the women of a cohort take part. */
    void start(String cohort) {
        scene.act("start/" + cohort, "/v1/cohorts/" + cohort + "/start", Map.of());
    }

    /** Some women of a cohort complete a module, at most 500 in one call. */
    void complete(String cohort, String module, String on, Collection<String> enrollments) {
        List<String> all = List.copyOf(enrollments);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            scene.act(
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
        scene.act("graduation/" + cohort, "/v1/cohorts/" + cohort + "/graduation", Json.of("on", on));
    }

    /** Each mentor accompanies the women given to her. */
    void mentor(Map<String, List<String>> mentees, String on) {
        progress.each(
                "mentorships",
                List.copyOf(mentees.entrySet()),
                each -> scene.make(
                        "mentorships",
                        each.getKey(),
                        Json.of("mentor", each.getKey(), "startsOn", on, "mentees", each.getValue())));
    }

    /** How many enrolments of a cohort have a status. */
    int enrolled(String cohort, String status) {
        return api.list(Caller.COORDINATOR, "/v1/enrollments?cohort=" + cohort + "&status=" + status)
                .size();
    }
}
