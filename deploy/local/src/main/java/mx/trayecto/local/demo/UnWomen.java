package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import mx.trayecto.local.Json;

import static mx.trayecto.local.Json.bilingual;
import static mx.trayecto.local.demo.Measures.persons;

/** Programmes of UN Women for large groups: online, and after a disaster. */
final class UnWomen {
    private static final String OUTCOME = "XM-DAC-41146-MEX_D_2.3";

    private UnWomen() {}

    static void online(Scene scene) {
        String owner = scene.organization("jalisco", "Gobierno de Jalisco", "state-mechanism", "14");
        String program = scene.program("FM", "Fuerza Mujeres", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Acceso en línea"), 10, "online");
        String center = scene.center("EN-LINEA", "Plataforma en línea", owner, "14039", "2021-01-04");
        String cohort = scene.cohort("FM-EN-LINEA", program, pathway, center, "2021-02-01", "2022-12-16", 10_000);
        scene.women().applyTogether(cohort, 1, 8_000, "2021-02-01", Map.of("residence", Map.of("state", "14")));
        scene.women().decided(cohort, 8_000);
        Figures figures = scene.figures();
        figures.figure("enrolled", "persons", persons("enrolled", null))
                .setUp("all", 8_000)
                .setUp("all", "state", Map.of("14", 8_000))
                .setUp("all", "center", Map.of("EN-LINEA", 8_000));
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
                        OUTCOME,
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
                OUTCOME,
                Figures.PUBLISHED + "; of the agreement");
        figures.reported("cooperatives", "count", "institutions", 20, "at-least", "2021", OUTCOME);
        figures.reported(
                "sales",
                "percentage",
                "persons",
                40,
                "at-most",
                "2021",
                OUTCOME,
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
