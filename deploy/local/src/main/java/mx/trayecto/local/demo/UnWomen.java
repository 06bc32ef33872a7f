package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import mx.trayecto.local.Json;

import static mx.trayecto.local.Json.bilingual;

/** The programmes of UN Women with state governments: large groups, several years, several organizations. */
final class UnWomen {
    private static final String OUTCOME = "IATI XM-DAC-41146-MEX_D_2.2, 2021";

    private UnWomen() {}

    /** What one state had its part in; how the published totals spread over the states was not published. */
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
            int activities) {}

    private static final List<State> STATES = List.of(
            new State("14", "Jalisco", List.of("14120"), 5, 826, 1_007, 353, 745, 130, 23, 48),
            new State("15", "Estado de México", List.of("15051", "15037"), 5, 600, 1_000, 250, 750, 128, 22, 46),
            new State("21", "Puebla", List.of("21156", "21214"), 5, 600, 1_000, 250, 750, 128, 22, 46));

    /** Each state counts its own; the sum is of three organizations, and nobody knows who is in two of them. */
    static void national(List<Scene> scenes) {
        for (int i = 0; i < STATES.size(); i++) {
            inOneState(scenes.get(i), STATES.get(i));
        }
        Scene reporting = scenes.getFirst();
        reporting.figures().reported("networks", "count", "institutions", 55, null, "2021", OUTCOME);
        reporting.figures().reported("opportunities", "count", "persons", 1_317, null, "2021", OUTCOME);
        System.out.println("  Sum of the three, not deduplicated across organizations:");
        sum(scenes, "enrolled", 5_033);
        sum(scenes, "enrolled 2021", 3_007);
        sum(scenes, "graduated", 3_098);
        sum(scenes, "graduated 2021", 2_245);
        sum(scenes, "centers", 15);
        sum(scenes, "mentors", 386);
        sum(scenes, "courses", 67);
        sum(scenes, "activities", 140);
    }

    private static void inOneState(Scene scene, State state) {
        String owner = scene.organization("onu", "ONU Mujeres México", "international", state.code());
        String program = scene.program("SCE", "Segunda Oportunidad", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Trayecto formativo"), 40);
        List<String> centers = new ArrayList<>();
        for (int i = 0; i < state.centers(); i++) {
            String municipality =
                    state.municipalities().get(i % state.municipalities().size());
            centers.add(scene.center(
                    "C" + (i + 1),
                    state.name() + " " + (i + 1),
                    owner,
                    municipality,
                    i < 2 ? "2019-03-01" : "2020-02-03"));
        }
        Map<String, Object> residence = Map.of(
                "state", state.code(), "municipality", state.municipalities().getFirst());
        List<String> before = generation(
                scene,
                new Year("2020", program, pathway, centers.getFirst()),
                residence,
                state.enrolledBefore(),
                state.graduatedBefore());
        List<String> now = generation(
                scene,
                new Year("2021", program, pathway, centers.getLast()),
                residence,
                state.enrolled(),
                state.graduated());
        Map<String, List<String>> mentees = new LinkedHashMap<>();
        for (int i = 0; i < state.mentors(); i++) {
            mentees.put(before.get(i), List.of(now.get(i)));
        }
        scene.women().mentor(mentees, "2021-06-01");
        scene.activities(
                "courses", "training", "participants", "Curso", "2021-05-10", centers.getFirst(), state.courses());
        scene.activities(
                "activities",
                "event",
                "participants",
                "Actividad",
                "2021-07-05",
                centers.getLast(),
                state.activities());
        Map<String, Object> of = Map.of("program", program);
        Map<String, Object> enrolled = Measures.persons("enrolled", of);
        Map<String, Object> graduated = Measures.persons("graduated", of);
        int enrolledEver = state.enrolledBefore() + state.enrolled();
        int graduatedEver = state.graduatedBefore() + state.graduated();
        scene.figures().computed("enrolled", "count", "persons", enrolled, "all", Integer.toString(enrolledEver));
        scene.figures().computed("enrolled", "count", "persons", enrolled, "2021", Integer.toString(state.enrolled()));
        scene.figures().computed("graduated", "count", "persons", graduated, "all", Integer.toString(graduatedEver));
        scene.figures()
                .computed("graduated", "count", "persons", graduated, "2021", Integer.toString(state.graduated()));
        scene.figures()
                .computed(
                        "centers",
                        "count",
                        "institutions",
                        Measures.count("center-opened", "institutions", null),
                        "all",
                        Integer.toString(state.centers()));
        scene.figures()
                .computed(
                        "mentors",
                        "count",
                        "persons",
                        Measures.persons("mentored", Map.of("role", "mentor")),
                        "all",
                        Integer.toString(state.mentors()));
        scene.figures()
                .computed(
                        "courses",
                        "count",
                        "activities",
                        Measures.count("activity", "records", Map.of("kind", "training")),
                        "all",
                        Integer.toString(state.courses()));
        scene.figures()
                .computed(
                        "activities",
                        "count",
                        "activities",
                        Measures.count("activity", "records", Map.of("kind", "event")),
                        "all",
                        Integer.toString(state.activities()));
    }

    private record Year(String year, String program, String pathway, String center) {}

    /** @return the enrolments of those who graduated */
    private static List<String> generation(
            Scene scene, Year year, Map<String, Object> residence, int women, int graduated) {
        String starts = year.year() + "-02-10";
        String ends = year.year() + "-11-26";
        String cohort =
                scene.cohort("SCE-" + year.year(), year.program(), year.pathway(), year.center(), starts, ends, women);
        scene.women()
                .applyTogether(
                        cohort,
                        1 + 10_000 * (year.year().charAt(3) - '0'),
                        women,
                        starts,
                        Map.of("residence", residence));
        List<String> through =
                List.copyOf(scene.women().decided(cohort, women).values()).subList(0, graduated);
        scene.women().start(cohort);
        scene.women().complete(cohort, scene.modules(year.pathway()).getFirst(), ends, through);
        scene.women().graduate(cohort, ends);
        return through;
    }

    private static void sum(List<Scene> scenes, String figure, int published) {
        int sum = scenes.stream()
                .mapToInt(scene -> Integer.parseInt(scene.figures().all().get(figure)))
                .sum();
        if (sum != published) {
            throw new DemoFailure("%s of all: published %d, computed %d".formatted(figure, published, sum));
        }
        System.out.printf("    %-28s %d%n", figure, sum);
    }

    static void online(Scene scene) {
        String owner = scene.organization("jalisco", "Gobierno de Jalisco", "state-mechanism", "14");
        String program = scene.program("FM", "Fuerza Mujeres", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Acceso en línea"), 10);
        String center = scene.center("EN-LINEA", "Plataforma en línea", owner, "14039", "2021-01-04");
        String cohort = scene.cohort("FM-EN-LINEA", program, pathway, center, "2021-02-01", "2022-12-16", 10_000);
        scene.women().applyTogether(cohort, 1, 8_000, "2021-02-01", Map.of("residence", Map.of("state", "14")));
        scene.women().decided(cohort, 8_000);
        scene.figures().computed("enrolled", "count", "persons", Measures.persons("enrolled", null), "all", "8000");
        scene.figures().reported("access", "count", "persons", 8_000, "at-least", null, "Fuerza Mujeres, Jalisco");
        scene.figures().reported("access", "count", "persons", 2_936, "at-least", "2021", "Fuerza Mujeres, Jalisco");
    }

    /** 253 in six regions, 306 in five; some who began in one year went on in the next, and are one woman each. */
    static void forward(Scene scene) {
        String owner = scene.organization("semujeres", "Secretaría de las Mujeres de Oaxaca", "state-mechanism", "20");
        scene.organization("economia", "Secretaría de Desarrollo Económico de Oaxaca", "state-government", "20");
        String program = scene.program("API", "Avancemos por la Igualdad", owner, "women", Case.BASIS);
        String pathway = scene.pathway(
                program,
                List.of(
                        "Formación",
                        "Vinculación con plataforma de emprendimiento",
                        "Foros y ferias artesanales",
                        "Registro de marca",
                        "Crédito"),
                8);
        Map<String, String> centers = new LinkedHashMap<>();
        Map.of(
                        "Cuenca del Papaloapan", "20184",
                        "Costa", "20482",
                        "Mixteca", "20039",
                        "Sierra Sur", "20059",
                        "Valles Centrales", "20067",
                        "Istmo", "20043")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(region -> centers.put(
                        region.getKey(),
                        scene.center(
                                "R" + (centers.size() + 1), region.getKey(), owner, region.getValue(), "2024-01-15")));
        SortedMap<String, String> first = new TreeMap<>();
        int number = 0;
        for (Map.Entry<String, String> center : centers.entrySet()) {
            int women = number == 0 ? 43 : 42;
            String cohort = scene.cohort(
                    "API-2024-" + number, program, pathway, center.getValue(), "2024-03-04", "2024-11-29", women);
            scene.women()
                    .applyTogether(cohort, 1 + number, women, "2024-03-04", Map.of("residence", Map.of("state", "20")));
            SortedMap<String, String> enrolled = scene.women().decided(cohort, women);
            scene.women().start(cohort);
            for (String module : scene.modules(pathway)) {
                scene.women().complete(cohort, module, "2024-11-22", enrolled.values());
            }
            scene.women().graduate(cohort, "2024-11-29");
            first.putAll(enrolled);
            number += women;
        }
        number = 1_000;
        List<String> again = List.copyOf(first.values()).subList(0, 31);
        for (Map.Entry<String, String> center : centers.entrySet()) {
            if (center.getKey().equals("Istmo")) {
                continue;
            }
            boolean known = number == 1_000;
            int women = known ? 62 : 61;
            String cohort = scene.cohort(
                    "API-2025-" + number, program, pathway, center.getValue(), "2025-03-03", "2025-11-28", women);
            int fresh = known ? women - again.size() : women;
            scene.women()
                    .applyTogether(cohort, number, fresh, "2025-03-03", Map.of("residence", Map.of("state", "20")));
            scene.women().decided(cohort, fresh);
            if (known) {
                scene.women().enrolAgain(again, cohort, "2025-03-03");
            }
            number += women;
        }
        scene.women()
                .each(
                        "trademarks",
                        first.headMap("P-00041"),
                        "deliveries",
                        Json.of("kind", "trademark", "state", "delivered", "on", "2024-10-14"));
        Map<String, Object> enrolments = Measures.count("enrolled", "enrolments", null);
        Map<String, Object> persons = Measures.persons("enrolled", null);
        scene.figures().computed("enrolments", "count", "enrolments", enrolments, "2024", "253");
        scene.figures().computed("enrolments", "count", "enrolments", enrolments, "2025", "306");
        scene.figures().computed("enrolments", "count", "enrolments", enrolments, "all", "559");
        scene.figures().cells("enrolments", "count", "enrolments", enrolments, "2024", "center", 6);
        scene.figures().cells("enrolments", "count", "enrolments", enrolments, "2025", "center", 5);
        scene.figures().computed("persons", "count", "persons", persons, "all", Integer.toString(559 - again.size()));
        scene.figures()
                .computed(
                        "trademarks",
                        "count",
                        "deliveries",
                        Measures.count("delivered", "records", Map.of("kind", "trademark")),
                        "2024",
                        "40");
    }

    /** 2,040 women; 240 and 294 of them also in two further paths, 40 mentors who accompany 440. */
    static void movingForward(Scene scene) {
        String owner = scene.organization("onu", "ONU Mujeres México", "international", "09");
        String agreement = scene.make(
                "agreements",
                "MFE",
                Json.of(
                        "number", "XM-DAC-41146-MEX_D_2.3",
                        "title", bilingual("Avanzando hacia la igualdad", "Moving Forward Equality"),
                        "parties", List.of(Json.of("organization", owner, "role", "implementing")),
                        "startsOn", "2021-01-01",
                        "endsOn", "2021-12-31"));
        String program = scene.program("MFE", "Avanzando hacia la igualdad", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Recuperación económica"), 30);
        List<String> women = new ArrayList<>();
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
            number += 510;
        }
        String resilience = further(scene, "RES", "Resiliencia", owner, women.subList(0, 240));
        String health = further(scene, "SM", "Salud mental", owner, women.subList(200, 494));
        Map<String, List<String>> mentees = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            mentees.put(women.get(i), women.subList(100 + 11 * i, 111 + 11 * i));
        }
        scene.women().mentor(mentees, "2021-06-07");
        scene.figures().computed("women", "count", "persons", Measures.persons("enrolled", null), "2021", "2040");
        scene.figures()
                .cells("women", "count", "persons", Measures.persons("enrolled", null), "2021", "municipality", 4);
        scene.figures()
                .computed(
                        "resilience",
                        "count",
                        "persons",
                        Measures.persons("enrolled", Map.of("program", resilience)),
                        "2021",
                        "240");
        scene.figures()
                .computed(
                        "mental-health",
                        "count",
                        "persons",
                        Measures.persons("enrolled", Map.of("program", health)),
                        "2021",
                        "294");
        scene.figures()
                .computed(
                        "mentors",
                        "count",
                        "persons",
                        Measures.persons("mentored", Map.of("role", "mentor")),
                        "2021",
                        "40");
        scene.figures()
                .computed(
                        "mentees",
                        "count",
                        "persons",
                        Measures.persons("mentored", Map.of("role", "mentee")),
                        "2021",
                        "440");
        String outcome =
                scene.read("/v1/agreements/" + agreement).path("number").asText();
        scene.figures().reported("cooperatives", "count", "institutions", 20, "at-least", "2021", outcome);
        scene.figures().reported("sales", "percentage", "persons", 40, "at-most", "2021", outcome);
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
