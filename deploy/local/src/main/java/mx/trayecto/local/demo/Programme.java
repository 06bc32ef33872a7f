package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.demo.Api.Answer;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.demo.Json.bilingual;

/**
 * Segunda Oportunidad in Jalisco as its coordinator sets it up: organizations, the agreement of 2024, three centres, the
 * route of five modules with the criteria before and after they were strengthened, instruments, staff, activities.
 */
final class Programme {
    static final String CREA = "CREA";
    static final String CJM_GUADALAJARA = "CJM-GDL";
    static final String CJM_TLAJOMULCO = "CJM-TLAJ";

    private static final List<String[]> MODULES = List.of(
            new String[] {"digital", "Alfabetización digital", "Digital literacy"},
            new String[] {"humano", "Desarrollo humano", "Human development"},
            new String[] {"finanzas", "Educación financiera", "Financial education"},
            new String[] {"empleo", "Empleabilidad", "Employment"},
            new String[] {"emprendimiento", "Emprendimiento", "Entrepreneurship"});

    private final Api api;
    private String owner;
    private String facilitating;
    private String agreement;
    private String program;
    private String pathway;
    private Map<String, String> centers;
    private List<String> modules;
    private String entrySurvey;
    private String exitSurvey;
    private String afterSurvey;

    Programme(Api api) {
        this.api = api;
    }

    String agreement() {
        return agreement;
    }

    String program() {
        return program;
    }

    String pathway() {
        return pathway;
    }

    String center(String code) {
        return centers.get(code);
    }

    List<String> modules() {
        return modules;
    }

    String entrySurvey() {
        return entrySurvey;
    }

    String exitSurvey() {
        return exitSurvey;
    }

    String afterSurvey() {
        return afterSurvey;
    }

    void setUp() {
        String donor = organization("gobierno-jalisco", "Gobierno de Jalisco", "state-government");
        owner = organization("sisemh", "Secretaría de Igualdad Sustantiva entre Mujeres y Hombres", "state-mechanism");
        String unWomen = organization("onu-mujeres", "ONU Mujeres México", "international");
        facilitating = organization("prosociedad", "ProSociedad", "civil-society");
        agreement = make(
                "agreements",
                "00111079",
                Json.of(
                        "number",
                        "00111079",
                        "title",
                        bilingual(
                                "Transferencia de la metodología Segunda Oportunidad a la SISEMH",
                                "Transfer of the Second Chance methodology to SISEMH"),
                        "parties",
                        List.of(
                                Json.of("organization", donor, "role", "funding"),
                                Json.of("organization", owner, "role", "accountable"),
                                Json.of("organization", unWomen, "role", "extending"),
                                Json.of("organization", facilitating, "role", "implementing")),
                        "startsOn",
                        "2024-06-03",
                        "endsOn",
                        "2024-11-30",
                        "amounts",
                        List.of(
                                Json.of("amount", "1600000.00", "currency", "MXN"),
                                Json.of("amount", "88008.80", "currency", "USD"))));
        centers = Map.of(
                CREA, center(CREA, "Centro CREA", "14039", "2022-01-17", null, false),
                CJM_GUADALAJARA,
                        center(
                                CJM_GUADALAJARA,
                                "Centro de Justicia para las Mujeres, Guadalajara",
                                "14039",
                                "2024-07-01",
                                agreement,
                                true),
                CJM_TLAJOMULCO,
                        center(
                                CJM_TLAJOMULCO,
                                "Centro de Justicia para las Mujeres, Tlajomulco",
                                "14097",
                                "2024-07-15",
                                agreement,
                                true));
        program = make(
                "programs",
                "SCE",
                Json.of(
                        "code",
                        "SCE",
                        "title",
                        bilingual("Segunda Oportunidad", "Second Chance Education"),
                        "owner",
                        owner,
                        "audience",
                        "women",
                        "lawfulBasis",
                        "Ley Estatal para la Igualdad entre Mujeres y Hombres",
                        "policyReferences",
                        List.of(Json.of("vocabulary", "sdg", "code", "5.5"))));
        designPathway();
        instruments();
        staff();
        activities();
    }

    private void designPathway() {
        List<Map<String, Object>> taught = MODULES.stream()
                .map(m -> Json.of(
                        "code",
                        m[0],
                        "title",
                        bilingual(m[1], m[2]),
                        "hours",
                        8,
                        "modality",
                        "mixed",
                        "required",
                        true,
                        "externalCourseId",
                        "edapp-" + m[0]))
                .toList();
        Answer designed = api.post(
                Caller.COORDINATOR,
                "pathway",
                "/v1/pathways",
                Json.of(
                        "program", program,
                        "pathwayVersion", 1,
                        "title", bilingual("Ruta de cinco módulos", "Route of five modules"),
                        "phases",
                                List.of(Json.of(
                                        "code", "ruta", "title", bilingual("Ruta", "Route"), "modules", taught)),
                        "criteria", Json.of("validFrom", "2021-01-01", "minimumAttendancePercent", 0)));
        pathway = designed.id();
        modules = new ArrayList<>();
        for (JsonNode module : designed.body().path("phases").path(0).path("modules")) {
            modules.add(module.path("id").asText());
        }
        api.post(
                Caller.COORDINATOR,
                "criteria",
                "/v1/pathways/" + pathway + "/criteria",
                Json.of(
                        "validFrom",
                        "2022-07-01",
                        "minimumAttendancePercent",
                        80,
                        "instruments",
                        List.of("entry", "exit")));
    }

    private void instruments() {
        Map<String, Object> income = Json.of(
                "code",
                "ingreso",
                "type",
                "money",
                "text",
                bilingual("¿Cuánto ganó el mes pasado?", "How much did you earn last month?"),
                "required",
                false);
        Map<String, Object> confidence = Json.of(
                "code",
                "confianza",
                "type",
                "scale",
                "text",
                bilingual("¿Cuánta confianza tiene en emprender?", "How confident are you to start a business?"),
                "from",
                1,
                "to",
                5);
        Map<String, Object> words = Json.of(
                "code",
                "palabras",
                "type",
                "text",
                "text",
                bilingual("En sus palabras", "In your own words"),
                "required",
                false);
        entrySurvey = instrument("entrada", "entry", "Encuesta de entrada", List.of(income, confidence, words));
        exitSurvey = instrument("salida", "exit", "Encuesta de salida", List.of(income, confidence, words));
        afterSurvey =
                instrument("seguimiento", "post-graduation", "Encuesta de egresadas", List.of(income, confidence));
    }

    private void staff() {
        for (int i = 1; i <= 9; i++) {
            boolean ofCrea = i > 6;
            make(
                    "staff",
                    "facilitator-" + i,
                    Json.of(
                            "kind", "facilitator",
                            "givenName", "Facilitadora",
                            "firstSurname", "Sintética",
                            "secondSurname", "Número " + "ABCDEFGHI".charAt(i - 1),
                            "sex", "female",
                            "organization", ofCrea ? owner : facilitating,
                            "center",
                                    ofCrea
                                            ? centers.get(CREA)
                                            : i > 3 ? centers.get(CJM_TLAJOMULCO) : centers.get(CJM_GUADALAJARA),
                            "agreement", agreement,
                            "startsOn", "2024-06-03",
                            "endsOn", "2024-11-30"));
        }
    }

    private void activities() {
        make(
                "activities",
                "officials",
                Json.of(
                        "kind",
                        "training",
                        "audience",
                        "officials",
                        "title",
                        bilingual(
                                "Capacitación de personas servidoras públicas en la metodología",
                                "Training of officials in the methodology"),
                        "organization",
                        owner,
                        "agreement",
                        agreement,
                        "startsOn",
                        "2024-08-05",
                        "endsOn",
                        "2024-08-09",
                        "hours",
                        20,
                        "headcounts",
                        List.of(
                                Json.of("sex", "female", "count", 34, "qualifier", "exact"),
                                Json.of("sex", "male", "count", 6, "qualifier", "exact"))));
        int[] hours = {8, 8, 10, 8};
        for (int i = 0; i < hours.length; i++) {
            make(
                    "activities",
                    "transfer-" + (i + 1),
                    Json.of(
                            "kind",
                            "transfer",
                            "audience",
                            "officials",
                            "title",
                            bilingual("Transferencia, jornada " + (i + 1), "Transfer, day " + (i + 1)),
                            "organization",
                            owner,
                            "agreement",
                            agreement,
                            "startsOn",
                            "2024-09-0" + (i + 2),
                            "hours",
                            hours[i]));
        }
    }

    private String organization(String name, String title, String kind) {
        return make(
                "organizations",
                name,
                Json.of(
                        "name",
                        bilingual(title, title),
                        "kind",
                        kind,
                        "state",
                        kind.equals("international") ? null : "14"));
    }

    private String center(
            String code, String name, String municipality, String opened, String agreed, boolean confidential) {
        return make(
                "centers",
                code,
                Json.of(
                        "code", code,
                        "name", name,
                        "organization", owner,
                        "agreement", agreed,
                        "state", "14",
                        "municipality", municipality,
                        "openedOn", opened,
                        "confidential", confidential,
                        "equipment", List.of(Json.of("kind", "Computadora portátil", "quantity", 10))));
    }

    private String instrument(String code, String kind, String title, List<Map<String, Object>> questions) {
        return make(
                "instruments",
                code,
                Json.of(
                        "code", code,
                        "version", 1,
                        "kind", kind,
                        "title", bilingual(title, title),
                        "questions", questions));
    }

    private String make(String collection, String name, Map<String, Object> body) {
        Answer made = api.post(Caller.COORDINATOR, collection + "/" + name, "/v1/" + collection, body);
        api.waitFor(made);
        return made.id();
    }
}
