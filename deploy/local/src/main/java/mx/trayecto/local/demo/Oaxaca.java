package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.demo.Measures.count;
import static mx.trayecto.local.demo.Measures.persons;
import static mx.trayecto.local.demo.Measures.sum;

/**
 * Avancemos por la Igualdad: five phases, of which none can be skipped. 253 women in six regions in 2024, which were not
 * named, and 306 in five in 2025; some who began in one year went on in the next, and are one woman each.
 */
final class Oaxaca {
    private static final List<String> PHASES = List.of(
            "Formación",
            "Vinculación con plataforma de emprendimiento",
            "Foros y ferias artesanales",
            "Registro de marca",
            "Crédito");

    /** The day on which each phase ended in 2024. */
    private static final List<String> ENDED =
            List.of("2024-04-26", "2024-06-28", "2024-08-30", "2024-10-11", "2024-11-22");

    private static final int WENT_ON = 31;
    private static final String PRESS = "Avancemos por la Igualdad, nota de prensa";

    private final Scene scene;
    private final Map<Region, String> centers = new LinkedHashMap<>();
    private final SortedMap<String, String> first = new TreeMap<>();
    private String program;
    private String pathway;

    /** A region with the municipality in which its women live here. */
    private enum Region {
        PAPALOAPAN("Cuenca del Papaloapan", "20184", "San Juan Bautista Tuxtepec", 43, 62),
        COSTA("Costa", "20482", "Santiago Pinotepa Nacional", 42, 61),
        MIXTECA("Mixteca", "20039", "Heroica Ciudad de Huajuapan de León", 42, 61),
        SIERRA_SUR("Sierra Sur", "20059", "Miahuatlán de Porfirio Díaz", 42, 61),
        VALLES("Valles Centrales", "20067", "Oaxaca de Juárez", 42, 61),
        ISTMO("Istmo", "20043", "Heroica Ciudad de Juchitán de Zaragoza", 42, 0);

        final String title;
        final String municipality;
        final String place;
        final int in2024;
        final int in2025;

        Region(String title, String municipality, String place, int in2024, int in2025) {
            this.title = title;
            this.municipality = municipality;
            this.place = place;
            this.in2024 = in2024;
            this.in2025 = in2025;
        }

        String code() {
            return name().replace('_', '-');
        }
    }

    Oaxaca(Scene scene) {
        this.scene = scene;
    }

    void run() {
        String owner = scene.organization("semujeres", "Secretaría de las Mujeres de Oaxaca", "state-mechanism", "20");
        scene.organization("economia", "Secretaría de Desarrollo Económico de Oaxaca", "state-government", "20");
        scene.organization("onu", "ONU Mujeres México", "international", "09");
        program = scene.program("API", "Avancemos por la Igualdad", owner, "women", Case.BASIS);
        pathway = scene.pathway(program, PHASES, 8);
        for (Region region : Region.values()) {
            centers.put(region, scene.center(region.code(), region.title, owner, region.municipality, "2024-01-15"));
        }
        pilot();
        secondYear();
        delivered();
        collectives();
        figures();
        regions();
    }

    /** All of 2024 go through every phase. */
    private void pilot() {
        int number = 0;
        for (Map.Entry<Region, String> at : centers.entrySet()) {
            Region region = at.getKey();
            String cohort = cohort("2024", region, at.getValue(), region.in2024);
            SortedMap<String, String> enrolled = enrol(cohort, 1 + number, region.in2024, "2024-03-04", region);
            scene.women().start(cohort);
            List<String> modules = scene.modules(pathway);
            for (int phase = 0; phase < modules.size(); phase++) {
                scene.women().complete(cohort, modules.get(phase), ENDED.get(phase), enrolled.values());
            }
            scene.women().graduate(cohort, "2024-11-28");
            first.putAll(enrolled);
            number += region.in2024;
        }
    }

    /** Those of 2025 have finished the first phase, and may not do the third before the second. */
    private void secondYear() {
        List<String> again = List.copyOf(first.values()).subList(0, WENT_ON);
        List<String> modules = scene.modules(pathway);
        int number = 1_000;
        for (Map.Entry<Region, String> at : centers.entrySet()) {
            Region region = at.getKey();
            if (region.in2025 == 0) {
                continue;
            }
            String cohort = cohort("2025", region, at.getValue(), region.in2025);
            int fresh = region == Region.PAPALOAPAN ? region.in2025 - WENT_ON : region.in2025;
            SortedMap<String, String> enrolled = enrol(cohort, number, fresh, "2025-03-03", region);
            List<String> women = new ArrayList<>(enrolled.values());
            if (region == Region.PAPALOAPAN) {
                women.addAll(scene.women().enrolAgain(again, cohort, "2025-03-03"));
            }
            scene.women().start(cohort);
            scene.women().complete(cohort, modules.getFirst(), "2025-04-25", women);
            scene.refused(
                    "prerequisite-missing",
                    "/v1/enrollments/" + women.getFirst() + "/completions",
                    Json.of("module", modules.get(2), "on", "2025-06-27"));
            number += region.in2025;
        }
    }

    private String cohort(String year, Region region, String center, int women) {
        return scene.cohort(
                "API-" + year + "-" + region.code(),
                program,
                pathway,
                center,
                year + "-03-0" + (year.equals("2024") ? 4 : 3),
                year + "-11-28",
                women);
    }

    private SortedMap<String, String> enrol(String cohort, int number, int women, String on, Region region) {
        scene.women()
                .applyTogether(
                        cohort,
                        number,
                        women,
                        on,
                        Map.of("residence", Map.of("state", "20", "municipality", region.municipality)));
        return scene.women().decided(cohort, women);
    }

    /** What those of 2024 got; how many was not published. */
    private void delivered() {
        String platform = scene.organization("coppel", "Coppel Emprende", "private", "25");
        List<String> women = List.copyOf(first.values());
        deliver("platform-link", women, Json.of("institution", platform, "on", ENDED.get(1)));
        deliver("fair", women.subList(0, 120), Json.of("on", ENDED.get(2)));
        deliver("trademark", women.subList(0, 40), Json.of("on", ENDED.get(3)));
        deliver(
                "credit",
                women.subList(0, 15),
                Json.of("on", ENDED.get(4), "amount", Json.of("amount", "10000.00", "currency", "MXN")));
        scene.women()
                .deliver(
                        "credit-of-unknown-amount",
                        women.subList(15, 25),
                        Json.of("kind", "credit", "state", "delivered", "on", ENDED.get(4)));
    }

    private void deliver(String kind, List<String> women, Map<String, Object> more) {
        Map<String, Object> delivery = Json.of("kind", kind, "state", "delivered");
        delivery.putAll(more);
        scene.women().deliver(kind, women, delivery);
    }

    /** One cooperative a region, of its first two women; more than 20 were published, without their names. */
    private void collectives() {
        int number = 0;
        List<String> women = List.copyOf(first.values());
        for (Region region : Region.values()) {
            String collective = scene.make(
                    "collectives",
                    region.code(),
                    Json.of(
                            "name", "Cooperativa de " + region.title,
                            "kind", "cooperative",
                            "sector", "crafts",
                            "municipality", region.municipality,
                            "formedOn", "2024-09-02"));
            for (String member : women.subList(number, number + 2)) {
                scene.make(
                        "collectives/" + collective + "/members",
                        member,
                        Json.of(
                                "participant",
                                scene.read("/v1/enrollments/" + member)
                                        .path("participant")
                                        .asText(),
                                "role",
                                "member",
                                "joinedOn",
                                "2024-09-02"));
            }
            number += region.in2024;
        }
    }

    private void figures() {
        Figures figures = scene.figures();
        figures.figure("enrolments", "enrolments", count("enrolled", "enrolments", null))
                .published("2024", 253)
                .setUp("2024", "center", counts("2024", Region::code))
                .setUp("2024", "municipality", counts("2024", region -> region.municipality))
                .published("2025", 306)
                .setUp("2025", "center", counts("2025", Region::code))
                .published("all", 559);
        figures.figure("persons", "persons", persons("enrolled", null))
                .setUp("2024", 253)
                .setUp("2025", 306)
                .setUp("all", 559 - WENT_ON);
        figures.figure("phases", "persons", persons("completed", null))
                .setUp("2024", "month", ENDED.stream().collect(Collectors.toMap(day -> day.substring(0, 7), d -> 253)))
                .setUp("2025", "month", Map.of("2025-04", 306));
        figures.figure("graduated", "persons", persons("graduated", null)).setUp("2024", 253);
        delivered("platform-links", "platform-link")
                .setUp("2024", 253)
                .setUp("2024", "institution", Map.of("Coppel Emprende", 253));
        delivered("fairs", "fair").setUp("2024", 120);
        delivered("trademarks", "trademark").setUp("2024", 40);
        delivered("credits", "credit").setUp("2024", 25);
        figures.figure("credit-amount", "money", sum("delivered-amount", Json.of("kind", "credit", "currency", "MXN")))
                .setUp("2024", "at-least 150000");
        figures.figure("cooperatives", "institutions", count("collective", "records", Map.of("kind", "cooperative")))
                .setUp("2024", Region.values().length)
                .setUp(
                        "2024",
                        "municipality",
                        Arrays.stream(Region.values())
                                .collect(Collectors.toMap(region -> region.municipality, region -> 1)));
        figures.figure("members", "persons", persons("collective-member", null))
                .setUp("2024", 2 * Region.values().length);
        figures.reported("cooperatives-published", "count", "institutions", 20, "at-least", null, PRESS);
    }

    private Figure delivered(String name, String kind) {
        return scene.figures().figure(name, "deliveries", count("delivered", "records", Map.of("kind", kind)));
    }

    private static Map<String, Integer> counts(String year, Function<Region, String> by) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Region region : Region.values()) {
            int women = year.equals("2024") ? region.in2024 : region.in2025;
            if (women > 0) {
                counts.put(by.apply(region), women);
            }
        }
        return counts;
    }

    /**
     * The regions that the women's municipalities are in, from the catalogue; loaded where none is yet. The catalogue may
     * call one more shortly than the press did: Papaloapan.
     */
    private void regions() {
        Api api = scene.api();
        if (api.get(Caller.COORDINATOR, "/v1/geography/regions?state=20")
                .body()
                .path("items")
                .isEmpty()) {
            StringBuilder file = new StringBuilder("municipality_code,name,region\n");
            for (Region region : Region.values()) {
                file.append("%s,%s,%s\n".formatted(region.municipality, region.place, region.title));
            }
            api.importFile(Caller.ADMINISTRATOR, "regions", "/v1/geography/imports", "text/csv", file.toString());
        }
        SortedMap<String, String> found = new TreeMap<>();
        for (JsonNode region : api.get(Caller.COORDINATOR, "/v1/geography/regions?state=20")
                .body()
                .path("items")) {
            for (JsonNode municipality : region.path("municipalities")) {
                found.put(municipality.asText(), region.path("name").asText());
            }
        }
        for (Region region : Region.values()) {
            String name = found.getOrDefault(region.municipality, "");
            scene.figures()
                    .expect(
                            "region of " + region.municipality,
                            name,
                            !name.isEmpty() && region.title.endsWith(name) ? name : region.title,
                            Figures.SET_UP + "; of the catalogue: figures are by centre, one a region here");
        }
    }
}
