package mx.trayecto.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Answer;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.Json.bilingual;

/**
 * Segunda Oportunidad in Jalisco as its coordinator sets it up: organizations, the agreement of 2024, three centres, the
 * route of five modules with the criteria before and after they were strengthened, instruments, staff, activities.
 */
final class Programme {
    private static final Duration REPETITIONS_KNOWN = Duration.ofDays(7).minusHours(1);

    private final Scene scene;
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
    private String surveyOfGraduates;

    Programme(Scene scene) {
        this.scene = scene;
        api = scene.api();
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

    String surveyOfGraduates() {
        return surveyOfGraduates;
    }

    void setUp() {
        requireThatRepetitionsAreKnown();
        organizationsAndAgreement();
        centers();
        program = scene.make("programs", "SCE", SecondChance.program(owner));
        designPathway();
        entrySurvey = instrument("entrada", "entry", "Encuesta de entrada", "Entry survey", SecondChance.QUESTIONS);
        exitSurvey = instrument("salida", "exit", "Encuesta de salida", "Exit survey", SecondChance.QUESTIONS);
        surveyOfGraduates = instrument(
                "seguimiento",
                "post-graduation",
                "Encuesta de egresadas",
                "Survey of graduates",
                SecondChance.QUESTIONS_AFTER);
        staff();
        activities();
    }

    /** Services forget after seven days which requests were repeated: a second run would make things twice. */
    private void requireThatRepetitionsAreKnown() {
        boolean ran = api.list(Caller.COORDINATOR, "/v1/agreements").stream()
                .anyMatch(known -> known.path("number").asText().equals(SecondChance.AGREEMENT));
        String oldest = api.get(Caller.COORDINATOR, "/v1/enrollments?limit=1")
                .body()
                .at("/items/0/createdAt")
                .asText();
        if (ran
                && !oldest.isEmpty()
                && Instant.parse(oldest).isBefore(Instant.now().minus(REPETITIONS_KNOWN))) {
            throw new DemoFailure("The demonstration ran here more than seven days ago, and nobody knows its requests"
                    + " again after that. Begin anew: ./suite stop, ./suite run --fresh, ./suite demo");
        }
    }

    private void organizationsAndAgreement() {
        String donor =
                organization("gobierno-jalisco", "Gobierno de Jalisco", "Government of Jalisco", "state-government");
        owner = organization(
                "sisemh",
                "Secretaría de Igualdad Sustantiva entre Mujeres y Hombres",
                "Secretariat for Substantive Equality between Women and Men",
                "state-mechanism");
        String unWomen = organization("onu-mujeres", "ONU Mujeres México", "UN Women Mexico", "international");
        facilitating = organization("prosociedad", "ProSociedad", "ProSociedad", "civil-society");
        agreement = scene.make(
                "agreements", SecondChance.AGREEMENT, SecondChance.agreement(donor, owner, unWomen, facilitating));
        SecondChance.transactions(agreement, donor, unWomen)
                .forEach(transaction -> scene.make("transactions", (String) transaction.get("reference"), transaction));
    }

    private void centers() {
        centers = Map.of(
                SecondChance.CREA,
                center(SecondChance.CREA, "Centro CREA", "14039", "2022-01-17", null, false),
                SecondChance.CJM_GUADALAJARA,
                center(
                        SecondChance.CJM_GUADALAJARA,
                        "Centro de Justicia para las Mujeres, Guadalajara",
                        "14039",
                        "2024-07-01",
                        agreement,
                        true),
                SecondChance.CJM_TLAJOMULCO,
                center(
                        SecondChance.CJM_TLAJOMULCO,
                        "Centro de Justicia para las Mujeres, Tlajomulco",
                        "14097",
                        "2024-07-15",
                        agreement,
                        true));
    }

    private void designPathway() {
        Answer designed = api.post(Caller.COORDINATOR, "pathway", "/v1/pathways", SecondChance.pathway(program));
        pathway = designed.id();
        modules = StreamSupport.stream(
                        designed.body().path("phases").path(0).path("modules").spliterator(), false)
                .map(module -> module.path("id").asText())
                .toList();
        scene.act("criteria", "/v1/pathways/" + pathway + "/criteria", SecondChance.strengthenedCriteria());
        SecondChance.courses(program)
                .forEach(course -> scene.make("external-courses", (String) course.get("module"), course));
    }

    private void staff() {
        for (int i = 1; i <= SecondChance.FACILITATORS; i++) {
            boolean ofCrea = i > 6;
            String center =
                    ofCrea ? SecondChance.CREA : i > 3 ? SecondChance.CJM_TLAJOMULCO : SecondChance.CJM_GUADALAJARA;
            scene.make(
                    "staff",
                    "facilitator-" + i,
                    SecondChance.facilitator(i, ofCrea ? owner : facilitating, centers.get(center), agreement));
        }
    }

    private void activities() {
        scene.make("activities", "officials", SecondChance.trainingOfOfficials(owner, agreement));
        for (int day = 1; day <= SecondChance.TRANSFER_HOURS.size(); day++) {
            scene.make("activities", "transfer-" + day, SecondChance.transfer(day, owner, agreement));
        }
    }

    private String organization(String name, String es, String en, String kind) {
        return scene.make("organizations", name, SecondChance.organization(es, en, kind));
    }

    private String center(
            String code, String name, String municipality, String opened, String agreed, boolean confidential) {
        return scene.make(
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

    private String instrument(String code, String kind, String es, String en, List<Map<String, Object>> questions) {
        return scene.make(
                "instruments",
                code,
                Json.of(
                        "code", code,
                        "version", 1,
                        "kind", kind,
                        "title", bilingual(es, en),
                        "questions", questions));
    }
}
