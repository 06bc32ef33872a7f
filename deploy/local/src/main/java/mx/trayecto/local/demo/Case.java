package mx.trayecto.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import mx.trayecto.local.Json;

import static mx.trayecto.local.Json.bilingual;

/** Programmes that run for real, each in a tenant of its own, with the figures that were published of them. */
enum Case {
    /** Segunda Oportunidad in three states, which count for themselves: 2020 and 2021. */
    SCE_NACIONAL(UnWomen::national, "sce-jalisco", "sce-edomex", "sce-puebla"),
    /** Fuerza Mujeres: thousands enrolled from the state's own portal in one file. */
    FUERZA_MUJERES("fuerza-mujeres", UnWomen::online),
    /** Avancemos por la Igualdad, Oaxaca 2024 and 2025: five phases in their order, region by region. */
    AVANCEMOS("avancemos-oaxaca", UnWomen::forward),
    /** Moving Forward Equality 2021, after the earthquakes. */
    MOVING_FORWARD("moving-forward", UnWomen::movingForward),
    /** IMM La Paz 2025: for mothers who study; a stipend whose amount is not published. */
    MADRES_ESTUDIANTES("imm-la-paz-becas", Case::mothersWhoStudy),
    /** IMM La Paz 2025: short workshops in trades. */
    MUJERES_EN_OFICIOS("imm-la-paz-oficios", Case::trades),
    /** Campaign from 25 November to 10 December; its headcounts are examples, none were published. */
    DIECISEIS_DIAS("campana-16-dias", Case::sixteenDays),
    /** INMUJERES and FINABIEN 2023: credits by state, institution and amount. */
    CREDITO_MUJER_LIBERTAD("inmujeres-finabien", Case::credits),
    /** PROABIM and FOBAM 2023: institutions as beneficiaries. */
    PROABIM_FOBAM("inmujeres-proabim", Case::institutions),
    /** INMUJERES 2023: training and certification of officials. */
    CAPACITACION("inmujeres-capacitacion", Case::officials),
    /** Tapachula: migrant women, many without CURP. */
    PROYECTO_SEMILLA("proyecto-semilla", Case::seeds);

    static final String BASIS = "Ley General para la Igualdad entre Mujeres y Hombres";

    private final List<String> tenants;
    private final Consumer<List<Scene>> run;

    Case(Consumer<List<Scene>> run, String... tenants) {
        this.tenants = List.of(tenants);
        this.run = run;
    }

    Case(String tenant, Consumer<Scene> run) {
        this((List<Scene> scenes) -> run.accept(scenes.getFirst()), tenant);
    }

    /** As the command names it: {@code madres-estudiantes}. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those in which it is set up, each on its own. */
    List<String> tenants() {
        return tenants;
    }

    /** @param scenes one for each tenant */
    void run(List<Scene> scenes) {
        run.accept(scenes);
    }

    static Optional<Case> of(String title) {
        return Arrays.stream(values())
                .filter(each -> each.title().equals(title))
                .findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(Case::title).collect(Collectors.joining(", "));
    }

    private static void mothersWhoStudy(Scene scene) {
        String owner =
                scene.organization("imm", "Instituto Municipal de las Mujeres de La Paz", "municipal-mechanism", "03");
        String program = scene.program("ME", "Madres Estudiantes", owner, "women", BASIS);
        scene.act(
                "eligibility",
                "/v1/programs/" + program + "/eligibility",
                Json.of(
                        "conditions",
                        List.of(
                                condition("mother", "mother", "no es madre", "is not a mother"),
                                condition("student", "student", "no es estudiante", "is not a student"))));
        String pathway = scene.pathway(program, List.of("Acompañamiento"), 4);
        String center = scene.center("IMM", "Instituto Municipal de las Mujeres", owner, "03003", "2021-10-01");
        String cohort = scene.cohort("ME-2025", program, pathway, center, "2025-02-03", "2025-12-12", 200);
        Map<String, Object> residence = Map.of("state", "03", "municipality", "03003");
        scene.women()
                .apply(cohort, 1, 125, "2025-02-03", Json.of("residence", residence, "mother", true, "student", true));
        scene.women()
                .apply(
                        cohort,
                        1001,
                        5,
                        "2025-02-03",
                        Json.of("residence", residence, "mother", true, "student", false));
        Map<String, String> decided = scene.women().decided(cohort, 130);
        scene.figures().expect("rejected", Integer.toString(scene.women().enrolled(cohort, "rejected")), "5");
        decided.keySet().removeIf(woman -> woman.compareTo("P-01000") > 0);
        scene.women()
                .each(
                        "stipends",
                        decided,
                        "deliveries",
                        Json.of("kind", "stipend", "state", "delivered", "on", "2025-03-10"));
        scene.figures().computed("women", "count", "persons", Measures.persons("enrolled", null), "2025", "125");
        scene.figures()
                .computed(
                        "stipends",
                        "count",
                        "deliveries",
                        Measures.count("delivered", "records", Map.of("kind", "stipend")),
                        "2025",
                        "125");
    }

    private static Map<String, Object> condition(String code, String expression, String es, String en) {
        return Json.of("code", code, "expression", expression, "reason", bilingual(es, en));
    }

    private static void trades(Scene scene) {
        String owner =
                scene.organization("imm", "Instituto Municipal de las Mujeres de La Paz", "municipal-mechanism", "03");
        String program = scene.program("MO", "Mujeres en Oficios", owner, "women", BASIS);
        String pathway = scene.pathway(program, List.of("Taller de tablaroca"), 20);
        String center = scene.center("IMM", "Instituto Municipal de las Mujeres", owner, "03003", "2021-10-01");
        String cohort = scene.cohort("MO-2025-TABLAROCA", program, pathway, center, "2025-05-05", "2025-05-16", 30);
        scene.women()
                .apply(
                        cohort,
                        1,
                        27,
                        "2025-05-05",
                        Json.of("residence", Map.of("state", "03", "municipality", "03003")));
        Map<String, String> women = scene.women().decided(cohort, 27);
        String module = scene.read("/v1/pathways/" + pathway)
                .at("/phases/0/modules/0/id")
                .asText();
        scene.women().each("completions", women, "completions", Json.of("module", module, "on", "2025-05-16"));
        scene.figures().computed("trained", "count", "persons", Measures.persons("trained", null), "2025", "27");
    }

    private static void sixteenDays(Scene scene) {
        String campaign = scene.make(
                "activities",
                "campaign",
                Json.of(
                        "kind", "campaign",
                        "audience", "public",
                        "title", bilingual("16 días de activismo contra la violencia de género", "16 days of activism"),
                        "startsOn", "2024-11-25",
                        "endsOn", "2024-12-10"));
        scene.figures()
                .expect(
                        "days",
                        scene.read("/v1/activities/" + campaign).path("days").asText(),
                        "16");
        scene.make(
                "activities", "talk", activity("talk", "Charla en escuelas", campaign, "2024-11-27", 120, "at-least"));
        scene.make("activities", "forum", activity("forum", "Foro de clausura", campaign, "2024-12-10", 80, "about"));
        scene.figures()
                .expect(
                        "activities",
                        Integer.toString(scene.read("/v1/activities?campaign=" + campaign)
                                .path("items")
                                .size()),
                        "2");
        scene.figures()
                .computed(
                        "headcount-of-examples",
                        "count",
                        "persons",
                        Measures.sum("headcount", Map.of("audience", "public")),
                        "2024",
                        "200");
    }

    private static Map<String, Object> activity(
            String kind, String title, String campaign, String on, int count, String qualifier) {
        return Json.of(
                "kind",
                kind,
                "audience",
                "public",
                "title",
                bilingual(title),
                "campaign",
                campaign,
                "startsOn",
                on,
                "headcounts",
                List.of(Json.of("sex", "all", "count", count, "qualifier", qualifier)));
    }

    /** 127 credits approved to women of 29 states; the amount of some is not published. */
    private static void credits(Scene scene) {
        String owner = scene.organization("inmujeres", "Instituto Nacional de las Mujeres", "federal", "09");
        String bank = scene.organization("finabien", "Financiera para el Bienestar", "federal", "09");
        String program = scene.program("CML", "Crédito Mujer Libertad", owner, "women", BASIS);
        String pathway = scene.pathway(program, List.of("Orientación"), 2);
        String center = scene.center("NODO", "Nodos para el Bienestar", owner, "09015", "2023-01-09");
        String cohort = scene.cohort("CML-2023", program, pathway, center, "2023-03-01", "2023-12-15", 200);
        for (int state = 1; state <= 29; state++) {
            int women = state <= 11 ? 5 : 4;
            scene.women()
                    .apply(
                            cohort,
                            state * 100,
                            women,
                            "2023-03-01",
                            Json.of("residence", Map.of("state", "%02d".formatted(state))));
        }
        Map<String, String> women = scene.women().decided(cohort, 127);
        scene.women()
                .each(
                        "credits",
                        women,
                        "deliveries",
                        Json.of(
                                "kind", "credit",
                                "institution", bank,
                                "state", "approved",
                                "on", "2023-06-01",
                                "amount", Json.of("amount", "20000.00", "currency", "MXN")));
        scene.centers("nodes", "Nodo", owner, "2023-01-09", 127);
        scene.figures()
                .computed(
                        "nodes",
                        "count",
                        "institutions",
                        Measures.count("center-opened", "institutions", null),
                        "2023",
                        "128");
        Map<String, Object> credit = Measures.count("approved", "records", Map.of("kind", "credit"));
        scene.figures().computed("credits", "count", "credits", credit, "2023", "127");
        scene.figures().cells("states", "count", "credits", credit, "2023", "state", 29);
        scene.figures().cells("institutions", "count", "credits", credit, "2023", "institution", 1);
        scene.figures()
                .computed(
                        "amount",
                        "amount",
                        "money",
                        Measures.sum("approved-amount", Map.of("kind", "credit", "currency", "MXN")),
                        "2023",
                        "2540000");
    }

    /** The 32 IMEF are in both programmes and are one institution each: 32 and 505 IMM. */
    private static void institutions(Scene scene) {
        String owner = scene.organization("inmujeres", "Instituto Nacional de las Mujeres", "federal", "09");
        String before = scene.make(
                "programs",
                "PFTPG",
                Json.of(
                        "code",
                        "PFTPG",
                        "title",
                        bilingual("Fortalecimiento a la Transversalidad de la Perspectiva de Género"),
                        "owner",
                        owner,
                        "audience",
                        "institutions",
                        "lawfulBasis",
                        BASIS,
                        "budgetKey",
                        "S010"));
        String proabim = scene.make(
                "programs",
                "PROABIM",
                Json.of(
                        "code",
                        "PROABIM",
                        "title",
                        bilingual("Programa para el Adelanto, Bienestar e Igualdad de las Mujeres"),
                        "owner",
                        owner,
                        "audience",
                        "institutions",
                        "lawfulBasis",
                        BASIS,
                        "budgetKey",
                        "S010",
                        "succeeds",
                        before));
        String fobam = scene.program(
                "FOBAM", "Fondo para el Bienestar y el Avance de las Mujeres", owner, "institutions", BASIS);
        List<String> imef = IntStream.rangeClosed(1, 32)
                .mapToObj(state -> scene.organization(
                        "imef-" + state, "Mecanismo estatal " + state, "state-mechanism", "%02d".formatted(state)))
                .toList();
        List<String> imm = IntStream.rangeClosed(1, 505)
                .mapToObj(i -> scene.organization(
                        "imm-" + i, "Instancia municipal " + i, "municipal-mechanism", "%02d".formatted(1 + i % 32)))
                .toList();
        imef.forEach(organization -> {
            support(scene, proabim, organization);
            support(scene, fobam, organization);
        });
        imm.forEach(organization -> support(scene, proabim, organization));
        Map<String, Object> supported = Measures.count("supported", "institutions", null);
        scene.figures().computed("institutions", "count", "institutions", supported, "2023", "537");
        scene.figures()
                .computed(
                        "fobam",
                        "count",
                        "institutions",
                        Measures.count("supported", "institutions", Map.of("program", fobam)),
                        "2023",
                        "32");
        scene.figures().cells("by-state", "count", "institutions", supported, "2023", "state", 32);
        scene.figures()
                .expect(
                        "succeeds",
                        scene.read("/v1/programs/" + proabim).path("succeeds").asText(),
                        before);
    }

    private static void support(Scene scene, String program, String organization) {
        scene.make(
                "institutional-supports",
                program + "/" + organization,
                Json.of("organization", organization, "program", program, "kind", "funding", "startsOn", "2023-03-01"));
    }

    /** Reported by headcount: 81,961 women and 65,837 men trained, 557 and 111 certified. */
    private static void officials(Scene scene) {
        scene.make("activities", "training", ofOfficials("training", "Capacitación 2023", 81_961, 65_837));
        scene.make("activities", "certification", ofOfficials("certification", "Certificación 2023", 557, 111));
        Map<String, Object> trained = Map.of("audience", "officials", "kind", "training");
        Map<String, Object> certified = Map.of("audience", "officials", "kind", "certification");
        scene.figures().computed("trained", "count", "persons", Measures.sum("headcount", trained), "2023", "147798");
        scene.figures().computed("certified", "count", "persons", Measures.sum("headcount", certified), "2023", "668");
        scene.figures()
                .cells("trained-by-sex", "count", "persons", Measures.sum("headcount", trained), "2023", "sex", 2);
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

    private static void seeds(Scene scene) {
        String owner = scene.organization("osc", "Proyecto Semilla", "civil-society", "07");
        String program = scene.program("PS", "Proyecto Semilla", owner, "women", BASIS);
        String pathway = scene.pathway(program, List.of("Plan de negocio"), 12);
        String center = scene.center("TAPACHULA", "Tapachula", owner, "07089", "2024-01-15");
        String cohort = scene.cohort("PS-2024", program, pathway, center, "2024-03-04", "2024-06-28", 30);
        scene.women()
                .apply(
                        cohort,
                        1,
                        30,
                        "2024-03-04",
                        Json.of(
                                "residence",
                                Map.of("state", "07", "municipality", "07089"),
                                "migration",
                                "in-transit"));
        Map<String, String> women = scene.women().decided(cohort, 30);
        scene.women()
                .each(
                        "seed capital",
                        women,
                        "deliveries",
                        Json.of("kind", "seed-capital", "state", "delivered", "on", "2024-06-20"));
        scene.figures().computed("women", "count", "persons", Measures.persons("enrolled", null), "2024", "30");
        scene.figures()
                .computed(
                        "projects",
                        "count",
                        "deliveries",
                        Measures.count("delivered", "records", Map.of("kind", "seed-capital")),
                        "2024",
                        "30");
    }
}
