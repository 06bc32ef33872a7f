package mx.trayecto.local.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.demo.Measures.count;
import static mx.trayecto.local.demo.Measures.persons;
import static mx.trayecto.local.demo.Measures.sum;

/**
 * SCE Jalisco 2024, as a state portal, a coordinator, an analyst and a reviewer would run it: 282 graduates of before,
 * three cohorts of the agreement, a ceremony; at the end the donor's table as published beside what is computed here.
 */
final class Jalisco {
    private static final LocalDate CEREMONY = LocalDate.of(2024, 10, 17);
    private static final LocalDate GRADUATION = CEREMONY.minusDays(7);
    private static final String REPORT = "Informe final, convenio " + SecondChance.AGREEMENT;
    private static final String NO_SHARE = "printed without numerator and denominator";

    private final Scene scene;
    private final Api api;
    private final Progress progress;
    private final Programme programme;
    private Portal portal;

    Jalisco(Scene scene) {
        this.scene = scene;
        api = scene.api();
        progress = scene.progress();
        programme = new Programme(scene);
    }

    void run() {
        progress.step("Programme, agreement 00111079, centres, route of five modules, staff, activities");
        programme.setUp();
        portal = new Portal(api, progress);
        earlierGraduates();
        List<Generation> cohorts = List.of(
                cohort("SCE-2024-CREA", SecondChance.CREA, "14039", 1, 63, 8),
                cohort("SCE-2024-CJM-GDL", SecondChance.CJM_GUADALAJARA, "14039", 64, 33, 11),
                cohort("SCE-2024-CJM-TLAJ", SecondChance.CJM_TLAJOMULCO, "14097", 97, 23, 9));
        cohorts.forEach(Generation::run);
        portal.awaitDecisions();
        List<JsonNode> lacking = new ArrayList<>();
        for (Generation cohort : cohorts) {
            JsonNode would = cohort.rehearse(GRADUATION);
            progress.step("%s: %d of %d would graduate"
                    .formatted(
                            cohort.code(),
                            would.path("graduated").size()
                                    + would.path("alreadyGraduated").size(),
                            cohort.enrollments().size()));
            cohort.graduate(GRADUATION).path("notGraduated").forEach(lacking::add);
        }
        cohorts.getFirst().recognise(CEREMONY);
        List<String> graduates =
                cohorts.stream().flatMap(cohort -> cohort.graduates().stream()).toList();
        mentors(graduates);
        scene.women()
                .answer(
                        "after-graduation",
                        programme.surveyOfGraduates(),
                        "2024-11-25",
                        graduates,
                        Jalisco::afterGraduation);
        progress.step("Results framework of the donor");
        DonorFramework framework =
                new DonorFramework(api, programme, cohorts.getFirst().cohort());
        framework.setUp();
        figures();
        Results results = new Results(api, framework);
        scene.figures()
                .hold(
                        "discrepant-rows",
                        "of the donor's table; every other row is computed as it was declared",
                        Map.of("1.2.b", "declared 91, computed 55"),
                        () -> new TreeMap<>(results.discrepancies()));
        results.print(lacking);
        results.write(Path.of(System.getProperty("trayecto.root", "."), "target", "demo"), scene.figures());
    }

    private Generation cohort(String code, String center, String municipality, int first, int women, int missing) {
        return new Generation(
                api,
                progress,
                programme,
                portal,
                new Plan(
                        code,
                        center,
                        municipality,
                        programme.agreement(),
                        LocalDate.of(2024, 6, 3),
                        LocalDate.of(2024, 10, 9),
                        first,
                        women,
                        missing,
                        true,
                        center.equals(SecondChance.CREA)));
    }

    /** 282 who graduated before: 117 and 116 under the first criteria, and 49 of late 2023 under the strengthened ones. */
    private void earlierGraduates() {
        earlier("SCE-2022-A", LocalDate.of(2022, 1, 24), LocalDate.of(2022, 6, 20), 201, 117, false);
        earlier("SCE-2022-B", LocalDate.of(2022, 1, 31), LocalDate.of(2022, 6, 27), 401, 116, false);
        earlier("SCE-2023-CREA", LocalDate.of(2023, 7, 3), LocalDate.of(2023, 12, 1), 601, 49, true)
                .recognise(CEREMONY);
    }

    private Generation earlier(String code, LocalDate from, LocalDate to, int first, int women, boolean surveyed) {
        Generation cohort = new Generation(
                api,
                progress,
                programme,
                portal,
                new Plan(code, SecondChance.CREA, "14039", null, from, to, first, women, 0, surveyed, false));
        cohort.run();
        cohort.graduate(to);
        return cohort;
    }

    /** 57 of this year's graduates accompany one of the others each. */
    private void mentors(List<String> graduates) {
        progress.each(
                "mentors",
                IntStream.range(0, 57).boxed().toList(),
                i -> scene.make(
                        "mentorships",
                        Integer.toString(i),
                        Json.of(
                                "mentor", graduates.get(i),
                                "startsOn", "2024-10-21",
                                "mentees", List.of(graduates.get((i + 57) % graduates.size())))));
    }

    /** Answers of nobody: how many said what was published as shares alone. */
    private static Map<String, Object> afterGraduation(int woman) {
        return Json.of(
                "ingreso", Json.of("amount", 5_000 + woman * 37 % 2_000 + ".00", "currency", "MXN"),
                "confianza", 4 + woman % 2,
                "situacion", List.of(List.of("empleo", "negocio", "estudio").get(woman % 3)));
    }

    private void figures() {
        Figures figures = scene.figures();
        Map<String, Object> agreement = Map.of("agreement", programme.agreement());
        Map<String, Object> program = Map.of("program", programme.program());
        figures.figure("trained", "persons", persons("trained", agreement))
                .published("all", 119)
                .published("all", "center", byCenter(63, 33, 23))
                .setUp("all", "municipality", Map.of("14039", 63 + 22, "14097", 15, "notStated", 11 + 8));
        figures.figure("graduated", "persons", persons("graduated", agreement))
                .published("all", 91)
                .published("all", "center", byCenter(55, 22, 14));
        figures.figure("graduated.total", "persons", persons("graduated", program))
                .published("all", 373);
        figures.figure(
                        "graduated.before",
                        "persons",
                        persons("graduated", Json.of("program", programme.program(), "to", "2024-06-02")))
                .published("all", 282)
                .setUp("all", "cohort", Map.of("SCE-2022-A", 117, "SCE-2022-B", 116, "SCE-2023-CREA", 49));
        figures.figure(
                        "mentors",
                        "persons",
                        persons("mentored", Json.of("program", programme.program(), "role", "mentor")))
                .published("all", 57);
        staffAndActivities(figures, agreement);
        figures.figure("new-centers", "institutions", count("center-opened", "institutions", agreement))
                .published("all", 2)
                .published("all", "municipality", Map.of("14039", 1, "14097", 1));
        figures.figure(
                        "ceremony",
                        "persons",
                        persons(
                                "recognised",
                                Json.of(
                                        "program",
                                        programme.program(),
                                        "from",
                                        CEREMONY.toString(),
                                        "to",
                                        CEREMONY.toString())))
                .published("all", 104)
                .published("all", "center", Map.of(SecondChance.CREA, 104))
                .published("all", "cohort", Map.of("SCE-2024-CREA", 55, "SCE-2023-CREA", 49));
        surveys(figures);
        money(figures);
        figures.printed("integrated", "30%", REPORT, NO_SHARE + ", and percent or points unsaid");
        figures.printed("business", "50%", REPORT, NO_SHARE);
        figures.printed("studies", "43.7%", REPORT, NO_SHARE);
    }

    private void staffAndActivities(Figures figures, Map<String, Object> agreement) {
        String agreed = programme.agreement();
        figures.figure("facilitators", "persons", persons("staff", Json.of("agreement", agreed, "kind", "facilitator")))
                .published("all", 9)
                .published("all", "center", byCenter(3, 3, 3));
        figures.figure("officials", "persons", sum("headcount", Json.of("agreement", agreed, "audience", "officials")))
                .published("all", 40)
                .setUp("all", "sex", Map.of("female", 34, "male", 6));
        figures.figure(
                        "officials.hours",
                        "hours",
                        sum(
                                "activity-hours",
                                Json.of("agreement", agreed, "audience", "officials", "kind", "training")))
                .published("all", 20);
        figures.figure(
                        "transfer.hours",
                        "hours",
                        sum("activity-hours", Json.of("agreement", agreed, "kind", "transfer")))
                .published("all", 34);
        figures.figure("followed-up", "persons", persons("followed-up", agreement))
                .setUp("all", 63)
                .setUp("all", "center", Map.of(SecondChance.CREA, 63));
    }

    /** Of 119 women 12 lacked the last module and 8 the exit survey. */
    private void surveys(Figures figures) {
        String agreed = programme.agreement();
        figures.figure("modules", "enrolments", count("completed", "records", Map.of("agreement", agreed)))
                .setUp("all", 5 * 119 - 12);
        figures.expect(
                "modules.edapp",
                Integer.toString(api.list(Caller.COORDINATOR, "/v1/xapi/statements?status=applied")
                        .size()),
                119,
                Figures.SET_UP + "; of the statements: figures do not tell by what a module is known");
        answered(figures, "entry", 119);
        answered(figures, "exit", 119 - 8);
        answered(figures, "post-graduation", 91);
    }

    private void answered(Figures figures, String kind, int women) {
        figures.figure(
                        "surveys." + kind,
                        "persons",
                        persons("survey-answered", Json.of("agreement", programme.agreement(), "kind", kind)))
                .setUp("all", women);
    }

    /** What came in is what was agreed; no measure adds up an agreement's money yet. */
    private void money(Figures figures) {
        JsonNode agreement = scene.read("/v1/agreements/" + programme.agreement());
        agreement
                .path("amounts")
                .forEach(amount -> figures.expect(
                        "agreed." + amount.path("currency").asText(),
                        amount.path("amount").asText(),
                        amount.path("currency").asText().equals("MXN") ? "1600000.00" : "88008.80",
                        Figures.PUBLISHED + "; of the agreement: no measure adds up its money"));
        figures.expect(
                "term",
                agreement.path("startsOn").asText() + "/"
                        + agreement.path("endsOn").asText(),
                "2024-06-03/2024-11-30",
                Figures.PUBLISHED + "; of the agreement");
        BigDecimal funds = BigDecimal.ZERO;
        for (JsonNode transaction :
                api.list(Caller.COORDINATOR, "/v1/transactions?agreement=" + programme.agreement())) {
            if (transaction.path("kind").asText().equals("incoming-funds")) {
                funds = funds.add(
                        new BigDecimal(transaction.at("/amount/amount").asText()));
            }
        }
        figures.expect(
                "funds.MXN",
                funds.toPlainString(),
                "1600000.00",
                Figures.PUBLISHED + " in sum; of the transactions: no measure adds them up");
    }

    private static Map<String, Integer> byCenter(int crea, int guadalajara, int tlajomulco) {
        return Map.of(
                SecondChance.CREA, crea,
                SecondChance.CJM_GUADALAJARA, guadalajara,
                SecondChance.CJM_TLAJOMULCO, tlajomulco);
    }
}
