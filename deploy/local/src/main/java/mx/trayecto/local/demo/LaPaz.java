package mx.trayecto.local.demo;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import mx.trayecto.local.Json;

import static mx.trayecto.local.Json.bilingual;
import static mx.trayecto.local.demo.Measures.count;
import static mx.trayecto.local.demo.Measures.persons;
import static mx.trayecto.local.demo.Measures.sum;

/** The programmes of the municipal institute of women of La Paz, 2025. */
final class LaPaz {
    private static final Map<String, Object> RESIDENCE = Map.of("state", "03", "municipality", "03003");

    private LaPaz() {}

    /** 125 are mothers and study; five more apply who do not study, and are refused for that. */
    static void mothersWhoStudy(Scene scene) {
        String owner = institute(scene);
        String program = scene.program("ME", "Madres Estudiantes", owner, "women", Case.BASIS);
        scene.act(
                "eligibility",
                "/v1/programs/" + program + "/eligibility",
                Json.of(
                        "conditions",
                        List.of(
                                condition("mother", "mother", "no es madre", "is not a mother"),
                                condition("student", "student", "no es estudiante", "is not a student"))));
        String pathway = scene.pathway(program, List.of("Acompañamiento"), 4);
        String center = center(scene, owner);
        String cohort = scene.cohort("ME-2025", program, pathway, center, "2025-02-03", "2025-12-12", 200);
        apply(scene, cohort, 1, 125, true);
        apply(scene, cohort, 1001, 5, false);
        SortedMap<String, String> eligible = scene.women().decided(cohort, 130).headMap("P-01001");
        scene.women()
                .deliver(
                        "stipends",
                        eligible.values(),
                        Json.of("kind", "stipend", "state", "delivered", "on", "2025-03-10"));
        Figures figures = scene.figures();
        figures.figure("women", "persons", persons("enrolled", null))
                .published("2025", 125)
                .setUp("2025", "municipality", Map.of("03003", 125));
        figures.expect(
                "rejected",
                Integer.toString(scene.women().enrolled(cohort, "rejected")),
                5,
                Figures.SET_UP + "; of enrolments, since who is refused is in no figure");
        Map<String, Object> stipend = Map.of("kind", "stipend");
        figures.figure("stipends", "deliveries", count("delivered", "records", stipend))
                .setUp("2025", 125);
        figures.figure(
                        "stipend-amount",
                        "money",
                        sum("delivered-amount", Json.of("kind", "stipend", "currency", "MXN")))
                .setUp("2025", "at-least 0");
    }

    private static void apply(Scene scene, String cohort, int first, int women, boolean student) {
        scene.women()
                .apply(
                        cohort,
                        first,
                        women,
                        "2025-02-03",
                        Json.of("residence", RESIDENCE, "mother", true, "student", student));
    }

    private static Map<String, Object> condition(String code, String expression, String es, String en) {
        return Json.of("code", code, "expression", expression, "reason", bilingual(es, en));
    }

    static void trades(Scene scene) {
        String owner = institute(scene);
        String program = scene.program("MO", "Mujeres en Oficios", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Taller de tablaroca"), 20);
        String center = center(scene, owner);
        String cohort = scene.cohort("MO-2025-TABLAROCA", program, pathway, center, "2025-05-05", "2025-05-16", 30);
        scene.women().apply(cohort, 1, 27, "2025-05-05", Json.of("residence", RESIDENCE));
        SortedMap<String, String> women = scene.women().decided(cohort, 27);
        scene.women().start(cohort);
        scene.women().complete(cohort, scene.modules(pathway).getFirst(), "2025-05-16", women.values());
        scene.figures()
                .figure("trained", "persons", persons("trained", null))
                .published("2025", 27)
                .published("2025", "sex", Map.of("female", 27));
        scene.figures().figure("hours", "hours", sum("completed-hours", null)).setUp("2025", 27 * 20);
    }

    private static String institute(Scene scene) {
        return scene.organization("imm", "Instituto Municipal de las Mujeres de La Paz", "municipal-mechanism", "03");
    }

    private static String center(Scene scene, String owner) {
        return scene.center("IMM", "Instituto Municipal de las Mujeres", owner, "03003", "2021-10-01");
    }
}
