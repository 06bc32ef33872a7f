package mx.trayecto.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Answer;
import mx.trayecto.local.demo.Api.Caller;
import mx.trayecto.local.demo.Plan.Lack;

import static mx.trayecto.local.Json.bilingual;

/**
 * One cohort from application to graduation. Its women apply through the state's portal, are called to every session,
 * complete modules, answer surveys; some do not graduate, and the evaluation says what each lacks.
 */
final class Generation {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Api api;
    private final Progress progress;
    private final Programme programme;
    private final Portal portal;
    private final Plan plan;
    private String cohort;
    private List<String> enrollments;

    Generation(Api api, Progress progress, Programme programme, Portal portal, Plan plan) {
        this.api = api;
        this.progress = progress;
        this.programme = programme;
        this.portal = portal;
        this.plan = plan;
    }

    String code() {
        return plan.code();
    }

    String cohort() {
        return cohort;
    }

    /** Enrolments in the order in which seats were given. */
    List<String> enrollments() {
        return enrollments;
    }

    /** Those of them who graduate, which come first. */
    List<String> graduates() {
        return enrollments.subList(0, plan.women() - plan.missing());
    }

    void run() {
        progress.step("%s: %d women".formatted(plan.code(), plan.women()));
        open();
        portal.apply(plan, cohort, programme.center(plan.center()));
        enrollments = awaitEnrollments();
        if (plan.surveyed()) {
            survey("entry", programme.entrySurvey(), plan.startsOn().plusDays(2), plan.women(), 2);
        }
        teach();
        if (plan.surveyed()) {
            survey(
                    "exit",
                    programme.exitSurvey(),
                    plan.endsOn().minusDays(3),
                    plan.women() - plan.missing(Lack.EXIT),
                    4);
        }
        if (plan.followedUp()) {
            progress.each("follow-ups", IntStream.range(0, plan.women()).boxed().toList(), this::followUp);
        }
    }

    /** Those of the cohort in one list, until each application has led to one. */
    private List<String> awaitEnrollments() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> now = api.list(Caller.COORDINATOR, "/v1/enrollments?cohort=" + cohort).stream()
                    .map(enrollment -> enrollment.path("id").asText())
                    .toList();
            if (now.size() == plan.women()) {
                return now;
            }
            if (now.size() > plan.women() || System.nanoTime() > deadline) {
                throw new DemoFailure(
                        "%s has %d enrolments instead of %d".formatted(plan.code(), now.size(), plan.women()));
            }
            Api.pause(200);
        }
    }

    /** Evaluates the whole cohort: first what it would do, then for good. */
    JsonNode graduate(LocalDate on) {
        Answer done = api.post(
                Caller.COORDINATOR,
                plan.code() + "/graduation",
                "/v1/cohorts/" + cohort + "/graduation",
                Json.of("on", on.toString()));
        api.waitFor(done);
        return done.body();
    }

    /** What each of those who would not graduate lacks, before anything is decided. */
    JsonNode rehearse(LocalDate on) {
        return api.rehearse(
                        Caller.COORDINATOR,
                        "/v1/cohorts/" + cohort + "/graduation?dryRun=true",
                        Json.of("on", on.toString()))
                .body();
    }

    void recognise(LocalDate on) {
        api.waitFor(api.post(
                Caller.COORDINATOR,
                plan.code() + "/ceremony",
                "/v1/cohorts/" + cohort + "/ceremony",
                Json.of(
                        "on",
                        on.toString(),
                        "title",
                        bilingual("Ceremonia de reconocimiento", "Recognition ceremony"))));
    }

    private void open() {
        Answer planned = api.post(
                Caller.COORDINATOR,
                plan.code(),
                "/v1/cohorts",
                Json.of(
                        "code", plan.code(),
                        "program", programme.program(),
                        "pathway", programme.pathway(),
                        "center", programme.center(plan.center()),
                        "agreement", plan.agreement(),
                        "startsOn", plan.startsOn().toString(),
                        "endsOn", plan.endsOn().toString(),
                        "capacity", plan.women()));
        cohort = planned.id();
        api.waitFor(planned);
        api.waitFor(act("opening"));
        api.waitFor(act("start"));
    }

    private Answer act(String step) {
        return api.post(Caller.COORDINATOR, plan.code() + "/" + step, "/v1/cohorts/" + cohort + "/" + step, Map.of());
    }

    private void teach() {
        List<String> modules = programme.modules();
        for (int m = 0; m < modules.size(); m++) {
            LocalDate last = null;
            for (int s = 0; s < Plan.SESSIONS_A_MODULE; s++) {
                last = plan.sessionOn(m, s, modules.size());
                callRoll(m, s, last);
            }
            complete(m, last);
        }
        progress.step("  5 modules, 10 sessions, every roll called");
    }

    private void callRoll(int module, int session, LocalDate on) {
        String name = "%s/session/%d-%d".formatted(plan.code(), module, session);
        String id = api.post(
                        Caller.COORDINATOR,
                        name,
                        "/v1/cohorts/" + cohort + "/sessions",
                        Json.of(
                                "on",
                                on.toString(),
                                "startsAt",
                                "16:00",
                                "hours",
                                4,
                                "module",
                                programme.modules().get(module)))
                .id();
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < plan.women(); i++) {
            boolean there = !plan.lacks(i, Lack.ATTENDANCE) || module < 3;
            entries.add(Json.of("enrollment", enrollments.get(i), "attended", there));
        }
        api.waitFor(api.post(
                Caller.COORDINATOR, name + "/roll", "/v1/sessions/" + id + "/attendance", Json.of("entries", entries)));
    }

    private void complete(int module, LocalDate on) {
        List<String> through = IntStream.range(0, plan.women())
                .filter(i -> module < 4 || !plan.lacks(i, Lack.MODULE))
                .mapToObj(enrollments::get)
                .toList();
        if (module == 0 && plan.online()) {
            api.statements(
                    Caller.COORDINATOR,
                    through.stream().map(woman -> statement(woman, on)).toList());
            return;
        }
        api.waitFor(api.post(
                Caller.COORDINATOR,
                plan.code() + "/completion/" + module,
                "/v1/cohorts/" + cohort + "/completions",
                Json.of("module", programme.modules().get(module), "on", on.toString(), "enrollments", through)));
    }

    /** Digital literacy is completed in EdApp, which tells so itself. */
    private static Map<String, Object> statement(String enrollment, LocalDate on) {
        return Json.of(
                "id", UUID.nameUUIDFromBytes(("edapp/" + enrollment).getBytes(StandardCharsets.UTF_8)),
                "actor", Json.of("account", Json.of("homePage", "https://trayecto.local", "name", enrollment)),
                "verb", Json.of("id", "http://adlnet.gov/expapi/verbs/completed"),
                "object", Json.of("id", SecondChance.course("digital")),
                "timestamp", on + "T18:00:00-06:00");
    }

    private void survey(String what, String instrument, LocalDate on, int answering, int confidence) {
        progress.each(what + " surveys", IntStream.range(0, answering).boxed().toList(), i -> {
            api.post(
                    Caller.COORDINATOR,
                    "%s/%s/%d".formatted(plan.code(), what, i),
                    "/v1/enrollments/" + enrollments.get(i) + "/surveys",
                    Json.of(
                            "instrument", instrument,
                            "on", on.toString(),
                            "answers",
                                    Json.of(
                                            "ingreso",
                                                    Json.of(
                                                            "amount",
                                                            "%d.00".formatted(3_000 + confidence * 700 + i * 37 % 900),
                                                            "currency",
                                                            "MXN"),
                                            "confianza", Math.min(5, confidence + i % 2))));
            return i;
        });
    }

    private String followUp(int i) {
        return api.post(
                        Caller.COORDINATOR,
                        "%s/follow-up/%d".formatted(plan.code(), i),
                        "/v1/enrollments/" + enrollments.get(i) + "/follow-ups",
                        Json.of("on", plan.endsOn().minusDays(20).toString(), "kind", "call"))
                .id();
    }
}
