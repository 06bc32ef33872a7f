package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

import mx.trayecto.local.Json;

import static mx.trayecto.local.Json.bilingual;
import static mx.trayecto.local.demo.Measures.count;
import static mx.trayecto.local.demo.Measures.persons;

/** The programmes of UN Women with state governments: large groups, several years, several organizations. */
final class UnWomen {
    private static final String OUTCOME = "IATI XM-DAC-41146-MEX_D_2.2, 2021";
    private static final String DISASTER_OUTCOME = "XM-DAC-41146-MEX_D_2.3";

    /** Where courses are given that nobody goes to: it never opened as a centre, and counts as none. */
    private static final String ONLINE = "EN-LINEA";

    private UnWomen() {}

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
    static void national(List<Scene> scenes) {
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

    static void online(Scene scene) {
        String owner = scene.organization("jalisco", "Gobierno de Jalisco", "state-mechanism", "14");
        String program = scene.program("FM", "Fuerza Mujeres", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Acceso en línea"), 10, "online");
        String center = scene.center(ONLINE, "Plataforma en línea", owner, "14039", "2021-01-04");
        String cohort = scene.cohort("FM-EN-LINEA", program, pathway, center, "2021-02-01", "2022-12-16", 10_000);
        scene.women().applyTogether(cohort, 1, 8_000, "2021-02-01", Map.of("residence", Map.of("state", "14")));
        scene.women().decided(cohort, 8_000);
        Figures figures = scene.figures();
        figures.figure("enrolled", "persons", persons("enrolled", null))
                .setUp("all", 8_000)
                .setUp("all", "state", Map.of("14", 8_000))
                .setUp("all", "center", Map.of(ONLINE, 8_000));
        figures.reported("access", "count", "persons", 8_000, "at-least", null, "Fuerza Mujeres, Jalisco");
        figures.reported("access", "count", "persons", 2_936, "at-least", "2021", "Fuerza Mujeres, Jalisco");
    }

    /** 2,040 women; 240 and 294 of them also in two further paths, 40 mentors who accompany 440. */
    static void movingForward(Scene scene) {
        String owner = scene.organization("onu", "ONU Mujeres México", "international", "09");
        String agreement = scene.make(
                "agreements",
                "MFE",
                Json.of(
                        "number",
                        DISASTER_OUTCOME,
                        "title",
                        bilingual(
                                "Avanzando hacia la igualdad, tras los sismos de 2017",
                                "Moving Forward Equality, after the earthquakes of 2017"),
                        "parties",
                        List.of(Json.of("organization", owner, "role", "implementing")),
                        "startsOn",
                        "2021-01-01",
                        "endsOn",
                        "2021-12-31"));
        String program = scene.program("MFE", "Avanzando hacia la igualdad", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Recuperación económica"), 30);
        List<String> women = new ArrayList<>();
        SortedMap<String, Integer> homes = new TreeMap<>();
        int number = 1;
        for (String municipality : List.of("09011", "09007", "09013", "20043")) {
            String center =
                    scene.center("M" + municipality, "Centro " + municipality, owner, municipality, "2021-01-11");
            String cohort =
                    scene.cohort("MFE-" + municipality, program, pathway, center, "2021-02-01", "2021-11-26", 510);
            scene.women()
                    .applyTogether(
                            cohort,
                            number,
                            510,
                            "2021-02-01",
                            Map.of(
                                    "residence",
                                    Map.of("state", municipality.substring(0, 2), "municipality", municipality)));
            women.addAll(scene.women().decided(cohort, 510).values());
            scene.women().start(cohort);
            homes.put(municipality, 510);
            number += 510;
        }
        String resilience = further(scene, "RES", "Resiliencia", owner, women.subList(0, 240));
        String health = further(scene, "SM", "Salud mental", owner, women.subList(200, 494));
        Map<String, List<String>> mentees = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            mentees.put(women.get(i), women.subList(100 + 11 * i, 111 + 11 * i));
        }
        scene.women().mentor(mentees, "2021-06-07");
        sales(scene, "entry", "2021-02-08", women.subList(0, 300), 0);
        sales(scene, "exit", "2021-11-22", women.subList(0, 250), 40);
        Figures figures = scene.figures();
        figures.figure("women", "persons", persons("enrolled", null))
                .published("2021", 2_040)
                .setUp("2021", "municipality", homes);
        figures.figure("resilience", "persons", persons("enrolled", Map.of("program", resilience)))
                .published("2021", 240);
        figures.figure("mental-health", "persons", persons("enrolled", Map.of("program", health)))
                .published("2021", 294);
        figures.figure("mentors", "persons", persons("mentored", Map.of("role", "mentor")))
                .published("2021", 40);
        figures.figure("mentees", "persons", persons("mentored", Map.of("role", "mentee")))
                .published("2021", 440);
        figures.figure("sales-at-entry", "persons", persons("survey-answered", Map.of("kind", "entry")))
                .setUp("2021", 300);
        figures.figure("sales-at-exit", "persons", persons("survey-answered", Map.of("kind", "exit")))
                .setUp("2021", 250);
        figures.expect(
                "agreement",
                scene.read("/v1/agreements/" + agreement).path("number").asText(),
                DISASTER_OUTCOME,
                Figures.PUBLISHED + "; of the agreement");
        figures.reported("cooperatives", "count", "institutions", 20, "at-least", "2021", DISASTER_OUTCOME);
        figures.reported(
                "sales",
                "percentage",
                "persons",
                40,
                "at-most",
                "2021",
                DISASTER_OUTCOME,
                "the answers before and after are there, a measure that pairs them is not yet");
    }

    /** What they sold in a week: nobody sells more than so many percent more than before. */
    private static void sales(Scene scene, String kind, String on, List<String> women, int percent) {
        String instrument = scene.make(
                "instruments",
                kind,
                Json.of(
                        "code",
                        "ventas-" + kind,
                        "version",
                        1,
                        "kind",
                        kind,
                        "title",
                        bilingual("Ventas semanales", "Weekly sales"),
                        "questions",
                        List.of(Json.of(
                                "code",
                                "ventas",
                                "type",
                                "money",
                                "text",
                                bilingual("¿Cuánto vendió la semana pasada?", "How much did you sell last week?")))));
        scene.women().answer("sales-" + kind, instrument, on, women, woman -> {
            int before = 800 + 10 * (woman % 30);
            int now = before + before * (woman % (percent + 1)) / 100;
            return Map.of("ventas", Json.of("amount", now + ".00", "currency", "MXN"));
        });
    }

    private static String further(Scene scene, String code, String title, String owner, List<String> women) {
        String program = scene.program(code, title, owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of(title), 12);
        String center = scene.center(code, title, owner, "09007", "2021-01-11");
        String cohort =
                scene.cohort(code + "-2021", program, pathway, center, "2021-03-01", "2021-10-29", women.size());
        scene.women().enrolAgain(women, cohort, "2021-03-01");
        return program;
    }
}
