package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.Json.bilingual;
import static mx.trayecto.local.demo.Measures.count;
import static mx.trayecto.local.demo.Measures.persons;
import static mx.trayecto.local.demo.Measures.sum;

/** What INMUJERES reports of 2023. */
final class Inmujeres {
    private static final int STATES = 32;

    private Inmujeres() {}

    /** 127 credits approved to women of 29 states; the amounts were not published, and of eleven none is known here. */
    static void credits(Scene scene) {
        String owner = scene.organization("inmujeres", "Instituto Nacional de las Mujeres", "federal", "09");
        String bank = scene.organization("finabien", "Financiera para el Bienestar", "federal", "09");
        String program = scene.program("CML", "Crédito Mujer Libertad", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Orientación"), 2);
        String center = scene.center("NODO", "Nodos para el Bienestar", owner, "09015", "2023-01-09");
        String cohort = scene.cohort("CML-2023", program, pathway, center, "2023-03-01", "2023-12-15", 200);
        SortedMap<String, Object> byState = new TreeMap<>();
        SortedMap<String, Object> amounts = new TreeMap<>();
        for (int state = 1; state <= 29; state++) {
            int women = state <= 11 ? 5 : 4;
            String code = code(state);
            byState.put(code, women);
            amounts.put(code, state <= 11 ? "at-least 80000" : 80_000);
            scene.women().apply(cohort, state * 100, women, "2023-03-01", Json.of("residence", Map.of("state", code)));
        }
        SortedMap<String, String> women = scene.women().decided(cohort, 127);
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        women.forEach((woman, enrollment) -> (woman.endsWith("04") ? unknown : known).add(enrollment));
        Map<String, Object> approved =
                Json.of("kind", "credit", "institution", bank, "state", "approved", "on", "2023-06-01");
        scene.women().deliver("credits-of-unknown-amount", unknown, approved);
        approved.put("amount", Json.of("amount", "20000.00", "currency", "MXN"));
        scene.women().deliver("credits", known, approved);
        scene.centers("nodes", "Nodo", owner, "2023-01-09", 127);
        Figures figures = scene.figures();
        figures.figure("nodes", "institutions", count("center-opened", "institutions", null))
                .published("2023", 128)
                .setUp("2023", "state", nodes());
        Map<String, Object> credit = Map.of("kind", "credit");
        figures.figure("credits", "credits", count("approved", "records", credit))
                .published("2023", 127)
                .cells("29 states as published, in each as set up here", "2023", "state", byState)
                .published("2023", "institution", Map.of("Financiera para el Bienestar", 127));
        figures.figure("amount", "money", sum("approved-amount", Json.of("kind", "credit", "currency", "MXN")))
                .setUp("2023", "at-least " + 20_000 * known.size())
                .setUp("2023", "state", amounts)
                .setUp("2023", "institution", Map.of("Financiera para el Bienestar", "at-least 2320000"));
    }

    /** One after another in each state, from the second on, and one more in the ninth. */
    private static Map<String, Integer> nodes() {
        SortedMap<String, Integer> nodes = new TreeMap<>(Map.of("09", 1));
        IntStream.rangeClosed(1, 127).forEach(node -> nodes.merge(code(1 + node % STATES), 1, Integer::sum));
        return nodes;
    }

    private static String code(int state) {
        return "%02d".formatted(state);
    }

    /** The 32 IMEF are in both programmes and are one institution each: 32 and 505 IMM. */
    static void institutions(Scene scene) {
        String owner = scene.organization("inmujeres", "Instituto Nacional de las Mujeres", "federal", "09");
        String before = program(
                scene, "PFTPG", "Fortalecimiento a la Transversalidad de la Perspectiva de Género", owner, null);
        String proabim = program(
                scene, "PROABIM", "Programa para el Adelanto, Bienestar e Igualdad de las Mujeres", owner, before);
        String fobam = scene.program(
                "FOBAM", "Fondo para el Bienestar y el Avance de las Mujeres", owner, "institutions", Case.BASIS);
        String ofStates = agreement(scene, "PROABIM-2023-IMEF", "Instancias de las entidades federativas", owner);
        String ofMunicipalities = agreement(scene, "PROABIM-2023-IMM", "Instancias municipales", owner);
        SortedMap<String, Integer> byState = new TreeMap<>();
        List<String> imef = IntStream.rangeClosed(1, STATES)
                .mapToObj(state -> {
                    byState.merge(code(state), 1, Integer::sum);
                    return scene.organization(
                            "imef-" + state, "Mecanismo estatal " + state, "state-mechanism", code(state));
                })
                .toList();
        List<String> imm = IntStream.rangeClosed(1, 505)
                .mapToObj(i -> {
                    String state = code(1 + i % STATES);
                    byState.merge(state, 1, Integer::sum);
                    return scene.organization("imm-" + i, "Instancia municipal " + i, "municipal-mechanism", state);
                })
                .toList();
        imef.forEach(organization -> {
            support(scene, proabim, organization, ofStates);
            support(scene, fobam, organization, null);
        });
        imm.forEach(organization -> support(scene, proabim, organization, ofMunicipalities));
        Figures figures = scene.figures();
        figures.figure("institutions", "institutions", count("supported", "institutions", null))
                .published("2023", 537)
                .setUp("2023", "state", byState);
        supported(figures, "proabim", Map.of("program", proabim), 537);
        supported(figures, "fobam", Map.of("program", fobam), 32);
        supported(figures, "imef", Map.of("agreement", ofStates), 32);
        supported(figures, "imm", Map.of("agreement", ofMunicipalities), 505);
        figures.figure("supports", "institutions", count("supported", "records", null))
                .setUp("2023", 537 + 32);
        for (String program : List.of(before, proabim)) {
            var read = scene.read("/v1/programs/" + program);
            figures.expect(
                    "budget-key of " + read.path("code").asText(),
                    read.path("budgetKey").asText(),
                    "S010",
                    Figures.PUBLISHED + "; of the programme: it is no figure");
        }
        String succeeded =
                scene.read("/v1/programs/" + proabim).path("succeeds").asText();
        figures.expect(
                "succeeded by PROABIM",
                scene.read("/v1/programs/" + succeeded).path("code").asText(),
                "PFTPG",
                Figures.PUBLISHED + "; of the programme: it is no figure");
    }

    private static void supported(Figures figures, String name, Map<String, Object> where, int published) {
        figures.figure(name, "institutions", count("supported", "institutions", where))
                .published("2023", published);
    }

    private static String program(Scene scene, String code, String title, String owner, String succeeds) {
        return scene.make(
                "programs",
                code,
                Json.of(
                        "code",
                        code,
                        "title",
                        bilingual(title),
                        "owner",
                        owner,
                        "audience",
                        "institutions",
                        "lawfulBasis",
                        Case.BASIS,
                        "budgetKey",
                        "S010",
                        "succeeds",
                        succeeds));
    }

    private static String agreement(Scene scene, String number, String title, String owner) {
        return scene.make(
                "agreements",
                number,
                Json.of(
                        "number",
                        number,
                        "title",
                        bilingual(title),
                        "parties",
                        List.of(Json.of("organization", owner, "role", "funding")),
                        "startsOn",
                        "2023-01-01",
                        "endsOn",
                        "2023-12-31",
                        "budgetKey",
                        "S010"));
    }

    private static void support(Scene scene, String program, String organization, String agreement) {
        scene.make(
                "institutional-supports",
                program + "/" + organization,
                Json.of(
                        "organization", organization,
                        "program", program,
                        "agreement", agreement,
                        "kind", "funding",
                        "startsOn", "2023-03-01"));
    }

    /** Reported by headcount: 81,961 women and 65,837 men trained, 557 and 111 certified. */
    static void officials(Scene scene) {
        scene.make("activities", "training", ofOfficials("training", "Capacitación 2023", 81_961, 65_837));
        scene.make("activities", "certification", ofOfficials("certification", "Certificación 2023", 557, 111));
        scene.figures()
                .figure("trained", "persons", sum("headcount", Map.of("audience", "officials", "kind", "training")))
                .published("2023", 147_798)
                .published("2023", "sex", Map.of("female", 81_961, "male", 65_837));
        scene.figures()
                .figure(
                        "certified",
                        "persons",
                        sum("headcount", Map.of("audience", "officials", "kind", "certification")))
                .published("2023", 668)
                .published("2023", "sex", Map.of("female", 557, "male", 111));
    }

    private static Map<String, Object> ofOfficials(String kind, String title, int women, int men) {
        return Json.of(
                "kind",
                kind,
                "audience",
                "officials",
                "title",
                bilingual(title),
                "startsOn",
                "2023-01-09",
                "endsOn",
                "2023-12-15",
                "headcounts",
                List.of(Json.of("sex", "female", "count", women), Json.of("sex", "male", "count", men)));
    }

    static void seeds(Scene scene) {
        String owner = scene.organization("osc", "Proyecto Semilla", "civil-society", "07");
        String program = scene.program("PS", "Proyecto Semilla", owner, "women", Case.BASIS);
        String pathway = scene.pathway(program, List.of("Plan de negocio"), 12);
        String center = scene.center("TAPACHULA", "Tapachula", owner, "07089", "2023-01-16");
        String cohort = scene.cohort("PS-2023", program, pathway, center, "2023-03-06", "2023-06-30", 30);
        scene.women()
                .apply(
                        cohort,
                        1,
                        30,
                        "2023-03-06",
                        Json.of(
                                "residence",
                                Map.of("state", "07", "municipality", "07089"),
                                "migration",
                                "in-transit"));
        SortedMap<String, String> women = scene.women().decided(cohort, 30);
        scene.women()
                .deliver(
                        "seed-capital",
                        women.values(),
                        Json.of("kind", "seed-capital", "state", "delivered", "on", "2023-06-20"));
        Figures figures = scene.figures();
        figures.figure("women", "persons", persons("enrolled", null))
                .published("2023", 30)
                .published("2023", "municipality", Map.of("07089", 30));
        figures.expect(
                "women-without-curp",
                Long.toString(scene.api().list(Caller.COORDINATOR, "/v1/participants").stream()
                        .filter(woman -> !woman.hasNonNull("curp"))
                        .count()),
                30,
                Figures.SET_UP + "; of the registry, whose CURP no event tells");
        figures.figure("projects", "deliveries", count("delivered", "records", Map.of("kind", "seed-capital")))
                .setUp("2023", 30);
        figures.figure(
                        "project-amount",
                        "money",
                        sum("delivered-amount", Json.of("kind", "seed-capital", "currency", "MXN")))
                .setUp("2023", "at-least 0");
    }
}
