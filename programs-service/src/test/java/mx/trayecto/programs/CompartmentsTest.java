package mx.trayecto.programs;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;

import mx.trayecto.platform.testing.CompartmentMatrix;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.xapi.Lms;

/** Every operation of this service, seen from other tenants, another centre and a portal. */
@QuarkusTest
@TrayectoTest
class CompartmentsTest extends CompartmentMatrix {
    /** What all of a tenant share: its portals and centres may read it. */
    private static final List<String> OF_THE_TENANT = List.of(
            "/v1/organizations",
            "/v1/agreements",
            "/v1/transactions",
            "/v1/centers",
            "/v1/programs",
            "/v1/pathways",
            "/v1/instruments",
            "/v1/institutional-supports",
            "/v1/external-courses",
            "/v1/issuer-keys",
            "/v1/memberships");

    /** What a portal shows to those who want to apply; none of it is about a person. */
    private static final List<String> FOR_PORTALS = List.of("/v1/cohorts", "/v1/sessions", "/v1/activities");

    private Group group;
    private Map<String, String> samples = Map.of();
    private Map<String, String> bodies = Map.of();

    @Override
    protected Map<String, String> samples() {
        group = new Group(10);
        Catalogue catalogue = group.catalogue;
        samples = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            UUID id = kind == Kind.COHORT ? group.cohort : catalogue.create(kind.path, kind.body(catalogue));
            samples.put(kind.path + "/{id}", kind.path + "/" + id);
        }
        String qualifications = samples.get("/v1/staff/{id}") + "/qualifications";
        samples.put("/v1/staff/{id}/qualifications", qualifications);
        samples.put(
                "/v1/staff/{id}/qualifications/{qualification}",
                qualifications + "/" + catalogue.create(qualifications, Catalogue.TRAINING));
        String rule = "/v1/programs/" + catalogue.program + "/eligibility";
        samples.put("/v1/programs/{id}/eligibility", rule);
        samples.put("/v1/programs/{id}/eligibility/versions", rule + "/versions");
        group.act(rule, "{\"conditions\": []}");
        samples.put("/v1/pathways/{id}/criteria", samples.get("/v1/pathways/{id}") + "/criteria");
        below(
                "/v1/cohorts",
                group.cohort,
                "ceremony",
                "closing",
                "completions",
                "credentials",
                "graduation",
                "opening",
                "sessions",
                "start",
                "surveys",
                "timetable",
                "withdrawal");

        UUID woman = group.enrolled();
        UUID other = group.enrolled();
        samples.put(
                "/v1/programs/{id}/eligibility/verdicts/{participant}",
                rule + "/verdicts/" + group.read("/v1/enrollments/" + woman).path("participant"));
        UUID session = group.session("2024-06-11", "4");
        group.roll(session, Map.of(woman, true)).then().statusCode(200);
        samples.put("/v1/sessions/{id}", "/v1/sessions/" + session);
        below("/v1/sessions", session, "attendance", "cancellation");
        samples.put("/v1/sessions/{id}/attendance/{enrollment}", "/v1/sessions/" + session + "/attendance/" + woman);

        samples.put("/v1/enrollments/{id}", "/v1/enrollments/" + woman);
        below(
                "/v1/enrollments",
                woman,
                "acceptance",
                "activation",
                "admission",
                "attendance",
                "completions",
                "credentials",
                "decline",
                "deferral",
                "deliveries",
                "follow-ups",
                "graduation-exceptions",
                "graduation-revocation",
                "offer",
                "progress",
                "rejection",
                "stays",
                "surveys",
                "transfer",
                "verdict",
                "withdrawal");
        String instrument = samples.get("/v1/instruments/{id}").substring("/v1/instruments/".length());
        String completion = "{\"module\": \"%s\", \"on\": \"2024-06-20\"}".formatted(group.module("M1"));
        String followUp = "{\"on\": \"2024-06-20\", \"kind\": \"call\"}";
        String survey = """
                {"instrument": "%s", "on": "2024-06-11",
                 "answers": {"ventas": {"amount": "100.00", "currency": "MXN"}, "confianza": 3}}""".formatted(instrument);
        sub("completions", "completion", woman, completion);
        below(
                "/v1/completions",
                catalogue.create(
                        "/v1/enrollments/" + other + "/completions",
                        completion.replace(
                                group.module("M1").toString(),
                                group.module("M2").toString())),
                "revocation");
        sub("follow-ups", "followUp", woman, followUp);
        sub("surveys", "survey", woman, survey);

        UUID delivery = catalogue.create("/v1/enrollments/" + woman + "/deliveries", "{\"kind\": \"stipend\"}");
        samples.put("/v1/deliveries/{id}", "/v1/deliveries/" + delivery);
        below("/v1/deliveries", delivery, "approval", "handover", "rejection");

        UUID exception = catalogue.create(
                "/v1/enrollments/" + woman + "/graduation-exceptions",
                "{\"reason\": \"health\", \"waives\": [{\"requirement\": \"attendance\"}]}");
        samples.put("/v1/graduation-exceptions/{id}", "/v1/graduation-exceptions/" + exception);
        below("/v1/graduation-exceptions", exception, "review");

        UUID mentorship = catalogue.create(
                "/v1/mentorships",
                "{\"mentor\": \"%s\", \"startsOn\": \"2024-07-01\", \"mentees\": [\"%s\"]}".formatted(woman, other));
        samples.put("/v1/mentorships/{id}", "/v1/mentorships/" + mentorship);
        below("/v1/mentorships", mentorship, "sessions");
        String mentoring = "{\"on\": \"2024-07-05\", \"hours\": 1}";
        samples.put(
                "/v1/mentorships/{id}/sessions/{session}",
                "/v1/mentorships/" + mentorship + "/sessions/"
                        + catalogue.create("/v1/mentorships/" + mentorship + "/sessions", mentoring));

        group.act(
                "/v1/pathways/" + catalogue.pathway + "/criteria",
                "{\"validFrom\": \"2024-10-01\", \"requiredModules\": [\"M1\"]}");
        group.act("/v1/cohorts/" + group.cohort + "/graduation", "{\"on\": \"2024-10-11\"}");
        below("/v1/cohorts", group.cohort, "ceremonies");
        String credential = group.act("/v1/enrollments/" + woman + "/credentials", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        below("/v1/credentials", UUID.fromString(credential), "certificate", "revocation");
        UUID statement = UUID.randomUUID();
        new Lms(group)
                .sent(Lms.statement(statement, UUID.randomUUID(), "completed", "edapp-1", "2024-06-21T12:00:00Z"));
        samples.put("/v1/xapi/statements/{id}/dismissal", "/v1/xapi/statements/" + statement + "/dismissal");
        UUID key = catalogue.create("/v1/issuer-keys", "{}");
        samples.put("/v1/issuer-keys/{id}", "/v1/issuer-keys/" + key);
        below("/v1/issuer-keys", key, "withdrawal");
        for (String imported : List.of("attendance", "completions", "deliveries", "enrollments", "surveys")) {
            String imports = "/v1/" + imported + "/imports";
            String importing = Importing.begun(
                    Tokens.of("imports:write", group.tenant),
                    imports + "?dryRun=true",
                    "application/x-ndjson",
                    "{}\n".getBytes(StandardCharsets.UTF_8));
            samples.put(imports + "/{id}", importing);
            samples.put(imports + "/{id}/results", importing + "/results");
        }
        samples.put(
                "/v1/cohorts/{id}/ceremonies/{ceremony}",
                group.act("/v1/cohorts/" + group.cohort + "/ceremony", "{\"on\": \"2024-10-17\"}")
                        .header("Location"));

        bodies = new LinkedHashMap<>(Map.of(
                "completeModule",
                completion,
                "recordFollowUp",
                followUp,
                "answerSurvey",
                survey,
                "recordMentoring",
                mentoring,
                "setGraduationCriteria",
                "{\"validFrom\": \"2025-01-01\"}",
                "planSession",
                "{\"on\": \"2024-06-12\", \"hours\": 4}",
                "correctAttendance",
                "{\"attended\": false, \"reason\": \"mistake\"}",
                "graduateCohort",
                "{\"on\": \"2024-10-11\"}",
                "holdCeremony",
                "{\"on\": \"2024-10-17\"}",
                "callRoll",
                "{\"entries\": [{\"enrollment\": \"%s\", \"attended\": true}]}".formatted(woman)));
        for (String step : List.of("acceptOffer", "activateEnrollment", "declineOffer", "offerSeat")) {
            bodies.put(step, "{}");
        }
        bodies.put(
                "requestGraduationException",
                "{\"reason\": \"health\", \"waives\": [{\"requirement\": \"attendance\"}]}");
        bodies.put("reviewGraduationException", "{\"decision\": \"accepted\"}");
        bodies.put("recordQualification", Catalogue.TRAINING);
        bodies.put("changeQualification", "{\"hours\": 24}");
        bodies.put("dismissStatement", "{\"reason\": \"not-ours\"}");
        bodies.put("revokeCredential", "{\"reason\": \"mistake\"}");
        bodies.put("revokeCompletion", "{\"reason\": \"mistake\"}");
        bodies.put("withdrawCohort", "{\"reason\": \"cohort-cancelled\"}");
        bodies.put("setEligibility", "{\"conditions\": []}");
        bodies.put("cancelSession", "{\"reason\": \"holiday\"}");
        bodies.put("planTimetable", "{\"slots\": [{\"weekday\": \"monday\", \"hours\": 2}]}");
        bodies.put("recordDelivery", "{\"kind\": \"stipend\"}");
        bodies.put("correctDelivery", "{\"kind\": \"credit\"}");
        bodies.put("rejectDelivery", "{\"reason\": \"no-funds\"}");
        bodies.put("withdrawEnrollment", "{\"reason\": \"moved\"}");
        bodies.put("rejectEnrollment", "{\"reason\": \"not-eligible\"}");
        bodies.put("revokeGraduation", "{\"reason\": \"mistake\"}");
        bodies.put("deferEnrollment", "{\"until\": \"2024-08-01\"}");
        bodies.put("transferEnrollment", "{\"cohort\": \"%s\"}".formatted(group.cohort));
        bodies.put("correctSurvey", survey.replaceFirst("\"instrument\": \"[^\"]*\"", "\"reason\": \"mistake\""));
        bodies.put(
                "completeModuleForCohort",
                completion.replaceFirst("\\{", "{\"enrollments\": [\"%s\"], ".formatted(woman)));
        for (Kind kind : Kind.values()) {
            String name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase();
            bodies.put("change" + name, kind.patch);
        }
        return samples;
    }

    /** What anybody may know of a credential. */
    @Override
    protected boolean anonymous(Operation operation) {
        return operation.template().startsWith("/v1/credentials/")
                && !operation.template().endsWith("/revocation")
                && !operation.template().endsWith("/certificate");
    }

    @Override
    protected Map<String, String> bodies() {
        return bodies;
    }

    @Override
    protected Map<String, String> outsiders() {
        String every = "programs:write participants:read enrollments:read enrollments:write attendance:write"
                + " surveys:write deliveries:write graduations:decide indicators:read tenants:admin audit:read imports:write";
        return Map.of(
                "another tenant", Tokens.of(every, UUID.randomUUID()),
                "a third tenant's centre", Tokens.of(every, UUID.randomUUID(), group.catalogue.center),
                "another centre", Tokens.of(every, group.tenant, group.catalogue.center("CREA-2")),
                "a centre that is not there", Tokens.of(every, group.tenant, UUID.randomUUID()),
                "a portal", Tokens.portal(group.tenant, "jalisco"));
    }

    @Override
    protected boolean shared(String outsider, Operation operation) {
        return !outsider.contains("tenant")
                && operation.method().equals("GET")
                && !operation.template().contains("/verdicts/")
                && (OF_THE_TENANT.stream().anyMatch(operation.template()::startsWith)
                        || outsider.equals("a portal")
                                && FOR_PORTALS.stream().anyMatch(operation.template()::startsWith));
    }

    private void below(String collection, UUID id, String... names) {
        for (String name : names) {
            samples.put(collection + "/{id}/" + name, collection + "/" + id + "/" + name);
        }
    }

    private void sub(String name, String parameter, UUID enrollment, String body) {
        String path = "/v1/enrollments/" + enrollment + "/" + name;
        samples.put(
                "/v1/enrollments/{id}/" + name + "/{" + parameter + "}",
                path + "/" + group.catalogue.create(path, body));
    }
}
