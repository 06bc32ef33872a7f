package mx.trayecto.local.demo;

import java.util.List;
import java.util.Map;

import mx.trayecto.local.Json;

import static mx.trayecto.local.Json.bilingual;

/** Segunda Oportunidad in Jalisco as its papers have it: what {@link Programme} asks for, word by word. */
final class SecondChance {
    /** The donor's number of the agreement. */
    static final String AGREEMENT = "00111079";

    static final String CREA = "CREA";
    static final String CJM_GUADALAJARA = "CJM-GUADALAJARA";
    static final String CJM_TLAJOMULCO = "CJM-TLAJOMULCO";

    static final int FACILITATORS = 9;
    static final List<Integer> TRANSFER_HOURS = List.of(8, 8, 10, 8);

    private static final List<String[]> MODULES = List.of(
            new String[] {"digital", "Alfabetización digital", "Digital literacy"},
            new String[] {"humano", "Desarrollo humano", "Human development"},
            new String[] {"finanzas", "Educación financiera", "Financial education"},
            new String[] {"empleo", "Empleabilidad", "Employment"},
            new String[] {"emprendimiento", "Emprendimiento", "Entrepreneurship"});

    private static final Map<String, Object> INCOME = Json.of(
            "code",
            "ingreso",
            "type",
            "money",
            "text",
            bilingual("¿Cuánto ganó el mes pasado?", "How much did you earn last month?"),
            "required",
            false);
    private static final Map<String, Object> CONFIDENCE = Json.of(
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
    private static final Map<String, Object> WORDS = Json.of(
            "code",
            "palabras",
            "type",
            "text",
            "text",
            bilingual("En sus palabras", "In your own words"),
            "required",
            false);

    private static final Map<String, Object> SITUATION = Json.of(
            "code",
            "situacion",
            "type",
            "multiple",
            "text",
            bilingual("Desde que egresó, ¿qué de esto hace?", "Since you graduated, which of these do you do?"),
            "required",
            false,
            "options",
            List.of(
                    option("empleo", "Tengo empleo", "I have a job"),
                    option("negocio", "Inicié o mejoré un negocio", "I started or improved a business"),
                    option("estudio", "Estudio o me capacito", "I study or train further")));

    static final List<Map<String, Object>> QUESTIONS = List.of(INCOME, CONFIDENCE, WORDS);
    static final List<Map<String, Object>> QUESTIONS_AFTER = List.of(INCOME, CONFIDENCE, SITUATION);

    private SecondChance() {}

    private static Map<String, Object> option(String code, String es, String en) {
        return Json.of("code", code, "text", bilingual(es, en));
    }

    static Map<String, Object> organization(String es, String en, String kind) {
        return Json.of("name", bilingual(es, en), "kind", kind, "state", kind.equals("international") ? null : "14");
    }

    static Map<String, Object> agreement(String donor, String owner, String unWomen, String facilitating) {
        return Json.of(
                "number",
                AGREEMENT,
                "title",
                bilingual(
                        "Transferencia de la metodología Segunda Oportunidad a la SISEMH",
                        "Transfer of the Second Chance methodology to SISEMH"),
                "parties",
                List.of(
                        Json.of("organization", donor, "role", "funding"),
                        Json.of("organization", owner, "role", "accountable"),
                        Json.of("organization", unWomen, "role", "implementing"),
                        Json.of("organization", facilitating, "role", "implementing")),
                "startsOn",
                "2024-06-03",
                "endsOn",
                "2024-11-30",
                "amounts",
                List.of(
                        Json.of("amount", "1600000.00", "currency", "MXN"),
                        Json.of("amount", "88008.80", "currency", "USD")));
    }

    /** What was promised and came in: in which parts and when was not published. */
    static List<Map<String, Object>> transactions(String agreement, String donor, String unWomen) {
        return List.of(
                transaction(agreement, donor, unWomen, "incoming-commitment", "C-1", "2024-06-03", "1600000.00"),
                transaction(agreement, donor, unWomen, "incoming-funds", "F-1", "2024-06-14", "800000.00"),
                transaction(agreement, donor, unWomen, "incoming-funds", "F-2", "2024-09-13", "800000.00"));
    }

    private static Map<String, Object> transaction(
            String agreement, String donor, String unWomen, String kind, String reference, String on, String amount) {
        return Json.of(
                "agreement", agreement,
                "kind", kind,
                "reference", reference,
                "on", on,
                "amount", Json.of("amount", amount, "currency", "MXN"),
                "provider", donor,
                "receiver", unWomen);
    }

    static Map<String, Object> program(String owner) {
        return Json.of(
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
                List.of(Json.of("vocabulary", "sdg", "code", "5.5")));
    }

    static Map<String, Object> pathway(String program) {
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
                        true))
                .toList();
        return Json.of(
                "program", program,
                "pathwayVersion", 1,
                "title", bilingual("Ruta de cinco módulos", "Route of five modules"),
                "phases", List.of(Json.of("code", "ruta", "title", bilingual("Ruta", "Route"), "modules", taught)),
                "criteria", Json.of("validFrom", "2021-01-01", "minimumAttendancePercent", 0));
    }

    /** Each module's complement in EdApp, as that names its courses. */
    static List<Map<String, Object>> courses(String program) {
        return MODULES.stream()
                .map(m -> Json.of("course", course(m[0]), "program", program, "module", m[0]))
                .toList();
    }

    static String course(String module) {
        return "urn:edapp:" + module;
    }

    static Map<String, Object> strengthenedCriteria() {
        return Json.of(
                "validFrom", "2022-07-01", "minimumAttendancePercent", 80, "instruments", List.of("entry", "exit"));
    }

    /** The facilitators of 2024, numbered from 1: three each at the two centres of justice and at CREA. */
    static Map<String, Object> facilitator(int number, String organization, String center, String agreement) {
        return Json.of(
                "kind", "facilitator",
                "givenName", "Facilitadora",
                "firstSurname", "Sintética",
                "secondSurname", "Número " + "ABCDEFGHI".charAt(number - 1),
                "sex", "female",
                "organization", organization,
                "center", center,
                "agreement", agreement,
                "startsOn", "2024-06-03",
                "endsOn", "2024-11-30");
    }

    static Map<String, Object> trainingOfOfficials(String owner, String agreement) {
        return Json.of(
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
                        Json.of("sex", "male", "count", 6, "qualifier", "exact")));
    }

    /** One of the days on which the methodology was handed over, numbered from 1. */
    static Map<String, Object> transfer(int day, String owner, String agreement) {
        return Json.of(
                "kind",
                "transfer",
                "audience",
                "officials",
                "title",
                bilingual("Transferencia, jornada " + day, "Transfer, day " + day),
                "organization",
                owner,
                "agreement",
                agreement,
                "startsOn",
                "2024-09-0" + (day + 1),
                "hours",
                TRANSFER_HOURS.get(day - 1));
    }
}
