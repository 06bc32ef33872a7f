package mx.trayecto.participants;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;

import mx.trayecto.participants.duplicates.Compared;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.CompartmentMatrix;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

/** Every operation of this service, seen from other tenants, another centre and another portal. */
@QuarkusTest
@TrayectoTest
class MatrixTest extends CompartmentMatrix {
    private static final String SOURCE = "imm";
    private static final String PUBLISH = """
            {"noticeVersion":"2025-03","validFrom":"2025-01-01","purposes":[{"purpose":"images","es":"Texto"}]}""";

    private static final String DAYS = """
            {"firstDay":"2025-12-22","lastDay":"2026-01-06","reason":{"es":"Receso"}}""";
    private static final String COLLECTIVE = """
            {"name":"Tejedoras","kind":"cooperative","sector":"textiles","municipality":"14039"}""";
    private static final String REGISTER = """
            {"code":"PADRON-1","title":{"es":"Padrón"},"program":"00000000-0000-0000-0000-000000000002",
             "dependency":"SISEMH","institution":"SISEMH","startsOn":"2024-01-01","endsOn":"2024-12-31"}""";
    private static final String NOTE = "{\"note\":\"x\"}";

    private final UUID tenant = UUID.randomUUID();
    private UUID center;
    private UUID otherCenter;

    @Override
    protected Map<String, String> samples() {
        center = Elsewhere.center(tenant);
        otherCenter = Elsewhere.center(tenant);
        Map<String, Object> told = People.woman("center", center);
        told.put("references", List.of(People.reference(SOURCE, "exp-1")));
        String coordinator = Tokens.coordinator(tenant);
        String woman = People.registered(coordinator, told);
        String consent = Caller.post(coordinator)
                .body(People.consent("images", true))
                .post("/v1/participants/" + woman + "/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String application = Caller.post(coordinator)
                .body(Map.of("participantId", woman, "cohort", Elsewhere.cohort(tenant, center)))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String notice = Caller.post(coordinator)
                .body(PUBLISH)
                .post("/v1/notices")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        People.registered(coordinator, People.with(told, "references", List.of()));
        String merged = People.registered(coordinator, People.with(told, "references", List.of()));
        String merges = "/v1/participants/" + woman + "/merges";
        String merge = Caller.post(coordinator)
                .body(Map.of("record", merged, "reason", "registered-twice"))
                .post(merges)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Compared.all(tenant);
        String duplicate = Caller.with(coordinator)
                .get("/v1/duplicates")
                .jsonPath()
                .getString("items.find { it.status == 'open' }.id");
        String hidden = People.registered(coordinator, People.with(People.woman("center", center), "protected", true));
        String access = People.opened(Tokens.protectionOfficer(tenant), hidden);
        String officer = Tokens.of("arco:write", tenant);
        String request = "/v1/arco-requests/"
                + Caller.post(officer)
                        .body(Map.of(
                                "participant",
                                woman,
                                "kind",
                                "access",
                                "requester",
                                "herself",
                                "proofReference",
                                "INE"))
                        .post("/v1/arco-requests")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String days = Caller.post(officer)
                .body(DAYS)
                .post("/v1/non-working-days")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String collective = "/v1/collectives/"
                + Caller.post(coordinator)
                        .body(COLLECTIVE.replace("}", ",\"center\":\"" + center + "\"}"))
                        .post("/v1/collectives")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String member = collective + "/members/"
                + Caller.post(coordinator)
                        .body(Map.of("participant", woman, "role", "president", "joinedOn", "2024-06-03"))
                        .post(collective + "/members")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String register = "/v1/beneficiary-registers/"
                + Caller.post(coordinator)
                        .body(REGISTER)
                        .post("/v1/beneficiary-registers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Map<String, String> samples = new HashMap<>();
        samples.put("/v1/code-lists/{list}", "/v1/code-lists/languages");
        samples.put("/v1/collectives/{id}", collective);
        samples.put("/v1/collectives/{id}/members", collective + "/members");
        samples.put("/v1/collectives/{id}/members/{member}", member);
        samples.put("/v1/collectives/{id}/members/{member}/departure", member + "/departure");
        for (String path : List.of("", "/public-layout", "/full-layout")) {
            samples.put("/v1/beneficiary-registers/{id}" + path, register + path);
        }
        samples.put("/v1/non-working-days/{id}", "/v1/non-working-days/" + days);
        samples.put("/v1/arco-requests/{id}", request);
        for (String step :
                List.of("prevention", "completion", "lapse", "extension", "referral", "answer", "effect", "export")) {
            samples.put("/v1/arco-requests/{id}/" + step, request + "/" + step);
        }
        samples.put("/v1/participants/{id}/identity-access", "/v1/participants/" + hidden + "/identity-access");
        samples.put("/v1/identity-accesses/{id}", "/v1/identity-accesses/" + access);
        samples.put("/v1/identity-accesses/{id}/review", "/v1/identity-accesses/" + access + "/review");
        samples.put("/v1/notices/{id}", "/v1/notices/" + notice);
        samples.put("/v1/participants/{id}", "/v1/participants/" + woman);
        samples.put("/v1/participants/{id}/history", "/v1/participants/" + woman + "/history");
        samples.put("/v1/participants/{id}/consents", "/v1/participants/" + woman + "/consents");
        samples.put("/v1/participants/{id}/consents/{consent}", "/v1/participants/" + woman + "/consents/" + consent);
        samples.put(
                "/v1/participants/by-reference/{sourceSystem}/{externalId}",
                "/v1/participants/by-reference/" + SOURCE + "/exp-1");
        samples.put("/v1/applications/{id}", "/v1/applications/" + application);
        String loading = Importing.begun(
                Tokens.of("catalogues:admin", tenant),
                "/v1/geography/imports?dryRun=true",
                "text/csv",
                "municipality_code,name\n14039,Guadalajara\n".getBytes(StandardCharsets.UTF_8));
        String importing = Importing.begun(
                coordinator,
                "/v1/participants/imports?dryRun=true",
                "application/x-ndjson",
                "{}\n".getBytes(StandardCharsets.UTF_8));
        String applying = Importing.begun(
                coordinator,
                "/v1/applications/imports?dryRun=true",
                "application/x-ndjson",
                "{}\n".getBytes(StandardCharsets.UTF_8));
        samples.put("/v1/applications/imports/{id}", applying);
        samples.put("/v1/applications/imports/{id}/results", applying + "/results");
        samples.put("/v1/participants/imports/{id}", importing);
        samples.put("/v1/participants/imports/{id}/results", importing + "/results");
        samples.put("/v1/geography/imports/{id}", loading);
        samples.put("/v1/geography/imports/{id}/results", loading + "/results");
        samples.put("/v1/participants/{id}/merges", merges);
        samples.put("/v1/participants/{id}/merges/{merge}", merges + "/" + merge);
        samples.put("/v1/participants/{id}/merges/{merge}/reversal", merges + "/" + merge + "/reversal");
        for (String path : List.of("", "/confirmation", "/dismissal")) {
            samples.put("/v1/duplicates/{id}" + path, "/v1/duplicates/" + duplicate + path);
        }
        return samples;
    }

    @Override
    protected Map<String, String> bodies() {
        return Map.ofEntries(
                Map.entry("changeParticipant", "{\"student\":true}"),
                Map.entry(
                        "recordConsent",
                        "{\"purpose\":\"images\",\"noticeVersion\":\"1\",\"channel\":\"paper\",\"granted\":true}"),
                Map.entry("publishNotice", PUBLISH),
                Map.entry("registerCollective", COLLECTIVE),
                Map.entry("changeCollective", "{\"name\":\"Otra\"}"),
                Map.entry(
                        "joinCollective",
                        "{\"participant\":\"00000000-0000-0000-0000-000000000001\",\"role\":\"member\"}"),
                Map.entry("correctCollectiveMember", "{\"role\":\"member\"}"),
                Map.entry("declareBeneficiaryRegister", REGISTER),
                Map.entry("changeBeneficiaryRegister", "{\"institution\":\"IMM\"}"),
                Map.entry("loadCodeList", "inali_code,name_es\n0201,Pápago\n"),
                Map.entry(
                        "mergeParticipants",
                        "{\"record\":\"00000000-0000-0000-0000-000000000001\",\"reason\":\"registered-twice\"}"),
                Map.entry("reverseMerge", "{\"reason\":\"wrong-record\"}"),
                Map.entry("dismissDuplicate", "{\"reason\":\"different-persons\"}"),
                Map.entry("accessIdentity", "{\"reason\":\"safety\",\"explanation\":\"x\"}"),
                Map.entry("reviewIdentityAccess", "{\"outcome\":\"justified\"}"),
                Map.entry("preventArcoRequest", NOTE),
                Map.entry("extendArcoRequest", NOTE),
                Map.entry("referArcoRequest", NOTE),
                Map.entry("answerArcoRequest", "{\"granted\":true}"),
                Map.entry("searchParticipants", "{\"name\":\"María Fernanda Escamilla\"}"));
    }

    @Override
    protected Map<String, String> outsiders() {
        String every = "participants:read participants:write applications:read applications:write enrollments:read"
                + " programs:write catalogues:admin imports:write participants:identity audit:read arco:write";
        return Map.of(
                "another tenant", Tokens.of(every, UUID.randomUUID()),
                "a third tenant's centre", Tokens.of(every, UUID.randomUUID(), center),
                "another centre", Tokens.of(every, tenant, otherCenter),
                "a centre that is not there", Tokens.of(every, tenant, UUID.randomUUID()),
                "another portal", Tokens.portal(tenant, "other-portal"));
    }

    /** Places and codes are everybody's; a PUT by reference makes a record of the caller's own, whoever else has that reference. */
    @Override
    protected boolean open(Operation operation) {
        return operation.template().startsWith("/v1/geography/")
                        && !operation.template().contains("/imports")
                || operation.template().startsWith("/v1/code-lists")
                        && operation.method().equals("GET");
    }

    @Override
    protected boolean shared(String outsider, Operation operation) {
        return operation.method().equals("PUT")
                || operation.template().matches("/v1/(notices|non-working-days|beneficiary-registers).*")
                        && !outsider.contains("tenant");
    }

    @Override
    protected String absent(Operation operation) {
        return operation.template().contains("by-reference")
                ? "/v1/participants/by-reference/imm/absent"
                : super.absent(operation);
    }
}
