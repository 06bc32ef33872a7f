package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

import mx.trayecto.local.Json;

import static mx.trayecto.local.demo.Measures.count;
import static mx.trayecto.local.demo.Measures.persons;

/** Segunda Oportunidad in three states, 2020 and 2021: each counts for itself, the sums were published. */
final class National {
    private static final String OUTCOME = "IATI XM-DAC-41146-MEX_D_2.2, 2021";

    /** Where courses are given that nobody goes to: it never opened as a centre, and counts as none. */
    private static final String ONLINE = "EN-LINEA";

    private National() {}

    /**
     * What one state had its part in; how the published totals spread over the states was not published.
     *
     * @param online how many of the courses
     */
    private record State(
            String code,
            String name,
            List<String> municipalities,
            int centers,
            int enrolledBefore,
            int enrolled,
            int graduatedBefore,
            int graduated,
            int mentors,
            int courses,
            int online,
            int activities) {

        /** They live in the municipalities in turn. */
        IntFunction<Map<String, Object>> residences() {
            return number -> Map.of("residence", Map.of("state", code, "municipality", municipality(number)));
        }

        String municipality(int number) {
            return municipalities.get(number % municipalities.size());
        }
    }

    private static final List<State> STATES = List.of(
            new State("14", "Jalisco", List.of("14120"), 5, 826, 1_007, 353, 745, 130, 23, 6, 48),
            new State("15", "Estado de México", List.of("15051", "15037"), 5, 600, 1_000, 250, 750, 128, 22, 6, 46),
            new State("21", "Puebla", List.of("21156", "21214"), 5, 600, 1_000, 250, 750, 128, 22, 6, 46));

    /** Each state counts its own; the sum is of three organizations, and nobody knows who is in two of them. */
    static void run(List<Scene> scenes) {
        for (int i = 0; i < STATES.size(); i++) {
            inOneState(scenes.get(i), STATES.get(i));
        }
        Figures reporting = scenes.getFirst().figures();
        reporting.aimed("national.enrolled", "persons", 5_033, 5_000, "101% Meta rebasada", OUTCOME);
        reporting.aimed("national.centers", "institutions", 15, 12, "125% Meta rebasada", OUTCOME);
        reporting.aimed("national.courses", "activities", 67, 5, "1340% Meta rebasada", OUTCOME);
        reporting.reported("networks", "count", "institutions", 55, null, "2021", OUTCOME);
        reporting.reported("opportunities", "count", "persons", 1_317, null, "2021", OUTCOME);
        System.out.println("  Sum of the three, made here: not deduplicated across organizations");
        sum(scenes, "enrolled", 5_033);
        sum(scenes, "enrolled 2021", 3_007);
        sum(scenes, "graduated", 3_098);
        sum(scenes, "graduated 2021", 2_245);
        sum(scenes, "centers", 15);
        sum(scenes, "mentors", 386);
        sum(scenes, "courses", 67);
        sum(scenes, "courses-online", 18);
        sum(scenes, "activities", 140);
        System.out.println(
                "  The graduates are of criteria that were changed in 2022: not comparable with sce-jalisco's.");
    }

    private static void inOneState(Scene scene, State state) {
        String owner = scene.organization("onu", "ONU Mujeres México", "international", state.code());
        String program = scene.program("SCE", "Segunda Oportunidad", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Trayecto formativo"), 40, "mixed");
        List<String> centers = new ArrayList<>();
        SortedMap<String, Integer> byMunicipality = new TreeMap<>();
        for (int i = 0; i < state.centers(); i++) {
            byMunicipality.merge(state.municipality(i), 1, Integer::sum);
            centers.add(scene.center(
                    "C" + (i + 1),
                    state.name() + " " + (i + 1),
                    owner,
                    state.municipality(i),
                    i < 2 ? "2019-03-01" : "2020-02-03"));
        }
        String online = scene.center(ONLINE, "Cursos en línea", owner, state.municipality(0), null);
        List<String> before = generation(
                scene,
                state,
                new Year("2020", program, pathway, centers.getFirst()),
                state.enrolledBefore(),
                state.graduatedBefore());
        List<String> now = generation(
                scene,
                state,
                new Year("2021", program, pathway, centers.getLast()),
                state.enrolled(),
                state.graduated());
        Map<String, List<String>> mentees = new LinkedHashMap<>();
        for (int i = 0; i < state.mentors(); i++) {
            mentees.put(before.get(i), List.of(now.get(i)));
        }
        scene.women().mentor(mentees, "2021-06-01");
        int onSite = state.courses() - state.online();
        scene.activities("courses", "training", "participants", "Curso", "2021-05-10", centers.getFirst(), onSite);
        scene.activities(
                "courses-online", "training", "participants", "Curso en línea", "2021-05-10", online, state.online());
        scene.activities(
                "activities",
                "event",
                "participants",
                "Actividad",
                "2021-07-05",
                centers.getLast(),
                state.activities());
        told(scene, state, program, byMunicipality, online);
    }

    /** The parts of one state: none of them was published, their sums were. */
    private static void told(
            Scene scene, State state, String program, Map<String, Integer> centers, String onlineCenter) {
        Figures figures = scene.figures();
        Map<String, Object> of = Map.of("program", program);
        SortedMap<String, Integer> homes = new TreeMap<>();
        for (int woman = 0; woman < state.enrolled(); woman++) {
            homes.merge(state.municipality(first("2021") + woman), 1, Integer::sum);
        }
        figures.figure("enrolled", "persons", persons("enrolled", of))
                .setUp("all", state.enrolledBefore() + state.enrolled())
                .setUp("2021", state.enrolled())
                .setUp("2021", "municipality", homes);
        figures.figure("graduated", "persons", persons("graduated", of))
                .setUp("all", state.graduatedBefore() + state.graduated())
                .setUp("2021", state.graduated())
                .setUp("all", "cohort", Map.of("SCE-2020", state.graduatedBefore(), "SCE-2021", state.graduated()));
        figures.figure("centers", "institutions", count("center-opened", "institutions", null))
                .setUp("all", state.centers())
                .setUp("all", "municipality", centers);
        figures.figure("mentors", "persons", persons("mentored", Map.of("role", "mentor")))
                .setUp("all", state.mentors());
        Map<String, Object> course = Map.of("audience", "participants", "kind", "training");
        figures.figure("courses", "activities", count("activity", "records", course))
                .setUp("all", state.courses())
                .setUp("all", "center", Map.of("C1", state.courses() - state.online(), ONLINE, state.online()));
        figures.figure(
                        "courses-online",
                        "activities",
                        count("activity", "records", Json.of("kind", "training", "centers", List.of(onlineCenter))))
                .setUp("all", state.online());
        figures.figure("activities", "activities", count("activity", "records", Map.of("kind", "event")))
                .setUp("all", state.activities());
    }

    private record Year(String year, String program, String pathway, String center) {}

    /** The number of a year's first woman. */
    private static int first(String year) {
        return 1 + 10_000 * (year.charAt(3) - '0');
    }

    /** @return the enrolments of those who graduated */
    private static List<String> generation(Scene scene, State state, Year year, int women, int graduated) {
        String starts = year.year() + "-02-10";
        String ends = year.year() + "-11-26";
        String cohort =
                scene.cohort("SCE-" + year.year(), year.program(), year.pathway(), year.center(), starts, ends, women);
        scene.women().applyTogether(cohort, first(year.year()), women, starts, state.residences());
        List<String> through =
                List.copyOf(scene.women().decided(cohort, women).values()).subList(0, graduated);
        scene.women().start(cohort);
        scene.women().complete(cohort, scene.modules(year.pathway()).getFirst(), ends, through);
        scene.women().graduate(cohort, ends);
        return through;
    }

    private static void sum(List<Scene> scenes, String figure, int published) {
        int sum = scenes.stream()
                .mapToInt(scene -> scene.figures().number(figure))
                .sum();
        if (sum != published) {
            throw new DemoFailure("%s of all: published %d, computed %d".formatted(figure, published, sum));
        }
        System.out.printf("    %-34s %d  (%s)%n", figure, sum, Figures.PUBLISHED);
    }
}
