package mx.trayecto.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkus.test.junit.QuarkusTest;

import mx.trayecto.platform.testing.RepeatedWrites;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.xapi.Lms;

/** Every writing operation of this service, sent again and again and all at once. */
@QuarkusTest
@TrayectoTest
class RepeatedWritesTest extends RepeatedWrites {
    private static final String ENTRY = """
            {"code": "%s", "version": 1, "kind": "entry", "title": {"es": "Encuesta de entrada"},
             "questions": [{"code": "q", "type": "number", "text": {"es": "¿Cuántas?"}}]}""";

    private final Map<String, Supplier<Write>> writes = new LinkedHashMap<>();
    private Group group;
    private Group deciding;
    private UUID other;
    private UUID offering;
    private UUID instrument;

    RepeatedWritesTest() {
        super("programs");
    }

    @Override
    protected String everything() {
        return Tokens.of(
                "programs:write participants:read enrollments:read enrollments:write attendance:write surveys:write"
                        + " deliveries:write graduations:decide indicators:read tenants:admin audit:read imports:write",
                UUID.randomUUID());
    }

    @Override
    protected Set<String> keyless() {
        return Set.of(
                "POST /v1/credentials/verification", // reads
                "POST /v1/credentials/{id}/certificate", // reads
                "POST /v1/xapi/statements", // each statement has an id of its own
                "POST /v1/xapi/statements/retries"); // what is placed already is no more to be tried
    }

    @Override
    protected Map<String, Supplier<Write>> writes() {
        group = new Group(500);
        other = group.open(group.catalogue.cohort("G2", 500));
        group.enrolled(other); // its seats are counted from the first one on
        offering = group.offering(100, 30);
        instrument = group.catalogue.create("/v1/instruments", ENTRY.formatted("ENTRADA"));
        deciding = new Group(100);
        deciding.act("/v1/programs/" + deciding.catalogue.program + "/eligibility", """
                        {"conditions": [{"code": "mother", "expression": "mother", "reason": {"es": "no es madre"}}]}""")
                .then()
                .statusCode(200);
        catalogue();
        cohorts();
        sessions();
        enrollments();
        imports();
        graduates();
        others();
        return writes;
    }

    private void catalogue() {
        for (Kind kind : Kind.values()) {
            writes.put("POST " + kind.path, () -> {
                Catalogue fresh = new Catalogue();
                return new Write(fresh.tenant, fresh.coordinator, kind.path, kind.body(fresh));
            });
            if (kind.patch != null) {
                writes.put("PATCH " + kind.path + "/{id}", () -> {
                    Catalogue fresh = new Catalogue();
                    String one = kind.path + "/" + fresh.create(kind.path, kind.body(fresh));
                    return new Write(fresh.tenant, fresh.coordinator, one, kind.patch);
                });
            }
        }
        writes.put("POST /v1/issuer-keys", () -> {
            Catalogue fresh = new Catalogue();
            return new Write(fresh.tenant, fresh.coordinator, "/v1/issuer-keys", null);
        });
        writes.put("POST /v1/issuer-keys/{id}/withdrawal", () -> {
            Catalogue fresh = new Catalogue();
            String key = "/v1/issuer-keys/" + fresh.create("/v1/issuer-keys", "{}");
            return new Write(fresh.tenant, fresh.coordinator, key + "/withdrawal", null);
        });
        Function<Catalogue, String> qualifications =
                fresh -> "/v1/staff/" + fresh.create("/v1/staff", Kind.STAFF.body(fresh)) + "/qualifications";
        writes.put("POST /v1/staff/{id}/qualifications", () -> {
            Catalogue fresh = new Catalogue();
            return new Write(fresh.tenant, fresh.coordinator, qualifications.apply(fresh), Catalogue.TRAINING);
        });
        writes.put("PATCH /v1/staff/{id}/qualifications/{qualification}", () -> {
            Catalogue fresh = new Catalogue();
            String path = qualifications.apply(fresh);
            String one = path + "/" + fresh.create(path, Catalogue.TRAINING);
            return new Write(fresh.tenant, fresh.coordinator, one, "{\"hours\": 24}");
        });
        writes.put("POST /v1/pathways/{id}/criteria", () -> {
            Catalogue fresh = new Catalogue();
            String criteria = "/v1/pathways/" + fresh.pathway + "/criteria";
            return new Write(fresh.tenant, fresh.coordinator, criteria, "{\"validFrom\": \"2025-01-01\"}");
        });
        writes.put("POST /v1/programs/{id}/eligibility", () -> {
            Catalogue fresh = new Catalogue();
            String rule = "/v1/programs/" + fresh.program + "/eligibility";
            return new Write(fresh.tenant, fresh.coordinator, rule, "{\"conditions\": []}");
        });
    }

    private void cohorts() {
        cohort("opening", null, g -> g.catalogue.create("/v1/cohorts", g.catalogue.cohort("G7", 3)));
        cohort("start", null, g -> g.cohort);
        cohort("closing", null, g -> {
            g.act("/v1/cohorts/" + g.cohort + "/start", "{}").then().statusCode(200);
            return g.cohort;
        });
        cohort("sessions", "{\"on\": \"2024-06-12\", \"hours\": 4}", g -> g.cohort);
        cohort("timetable", "{\"slots\": [{\"weekday\": \"friday\", \"hours\": 2}]}", g -> g.cohort);
        cohort("withdrawal", "{\"on\": \"2024-06-12\", \"reason\": \"cohort-cancelled\"}", g -> {
            g.enrolled(4);
            return g.cohort;
        });
        writes.put("POST /v1/cohorts/{id}/completions", () -> {
            Group fresh = new Group(3);
            return write(fresh, "/v1/cohorts/" + fresh.cohort + "/completions", """
                    {"module": "%s", "on": "2024-06-20", "enrollments": ["%s", "%s"]}""".formatted(
                            fresh.module("M1"), fresh.enrolled(), fresh.enrolled()));
        });
    }

    private void cohort(String action, String body, Function<Group, UUID> ready) {
        writes.put("POST /v1/cohorts/{id}/" + action, () -> {
            Group fresh = new Group(3);
            return write(fresh, "/v1/cohorts/" + ready.apply(fresh) + "/" + action, body);
        });
    }

    private void sessions() {
        writes.put(
                "POST /v1/sessions/{id}/attendance",
                () -> write(
                        group,
                        "/v1/sessions/" + group.session("2024-06-12", "3") + "/attendance",
                        "{\"entries\": [{\"enrollment\": \"%s\", \"attended\": true}]}".formatted(group.enrolled())));
        writes.put(
                "POST /v1/sessions/{id}/cancellation",
                () -> write(
                        group,
                        "/v1/sessions/" + group.session("2024-06-12", "3") + "/cancellation",
                        "{\"reason\": \"holiday\"}"));
        writes.put(
                "PATCH /v1/sessions/{id}",
                () -> write(group, "/v1/sessions/" + group.session("2024-06-12", "3"), "{\"hours\": 4}"));
        writes.put("PUT /v1/sessions/{id}/attendance/{enrollment}", () -> {
            UUID woman = group.enrolled();
            UUID session = group.session("2024-06-12", "3");
            group.roll(session, Map.of(woman, true)).then().statusCode(200);
            return write(
                    group,
                    "/v1/sessions/" + session + "/attendance/" + woman,
                    "{\"attended\": false, \"reason\": \"mistake\"}");
        });
        rows(
                "attendance",
                () -> "{\"session\": \"%s\", \"enrollment\": \"%s\", \"attended\": true}"
                        .formatted(group.session("2024-06-12", "3"), group.enrolled()));
    }

    private void enrollments() {
        writes.put("POST /v1/enrollments", () -> {
            UUID woman = group.participant();
            group.told(woman, 2, null, false);
            return write(group, "/v1/enrollments", """
                    {"participant": "%s", "cohort": "%s", "on": "2024-06-10"}""".formatted(woman, group.cohort));
        });
        String then = "{\"on\": \"2024-06-12\"%s}";
        String why = then.formatted(", \"reason\": \"other\"");
        Supplier<UUID> offered = () -> group.enrolled(offering);
        step("acceptance", then.formatted(""), group, offered);
        step("decline", then.formatted(""), group, offered);
        step("admission", then.formatted(""), deciding, deciding::enrolled);
        step("offer", then.formatted(", \"expiresOn\": \"2024-09-01\""), deciding, deciding::enrolled);
        step("rejection", why, deciding, deciding::enrolled);
        step("activation", then.formatted(""), group, group::enrolled);
        step("deferral", then.formatted(", \"until\": \"2024-08-01\""), group, group::enrolled);
        step("transfer", then.formatted(", \"cohort\": \"" + other + "\""), group, group::enrolled);
        step("withdrawal", why, group, group::enrolled);
        step("completions", then.formatted(", \"module\": \"" + group.module("M1") + "\""), group, group::enrolled);
        writes.put("POST /v1/completions/{id}/revocation", () -> {
            UUID completion = group.catalogue.create(
                    "/v1/enrollments/" + group.enrolled() + "/completions",
                    then.formatted(", \"module\": \"" + group.module("M1") + "\""));
            return write(group, "/v1/completions/" + completion + "/revocation", "{\"reason\": \"mistake\"}");
        });
        step("follow-ups", then.formatted(", \"kind\": \"call\""), group, group::enrolled);
        step("deliveries", "{\"kind\": \"stipend\"}", group, group::enrolled);
        step(
                "graduation-exceptions",
                "{\"reason\": \"health\", \"waives\": [{\"requirement\": \"attendance\"}]}",
                group,
                group::enrolled);
        String answers = then.formatted(", \"answers\": {\"q\": %s}, %s");
        String named = "\"instrument\": \"" + instrument + "\"";
        step("surveys", answers.formatted(1, named), group, group::enrolled);
        writes.put("PUT /v1/enrollments/{id}/surveys/{survey}", () -> {
            String surveys = "/v1/enrollments/" + group.enrolled() + "/surveys";
            UUID answered = group.catalogue.create(surveys, answers.formatted(1, named));
            return write(group, surveys + "/" + answered, answers.formatted(2, "\"reason\": \"mistake\""));
        });
    }

    private void imports() {
        rows(
                "completions",
                () -> "{\"enrollment\": \"%s\", \"module\": \"%s\", \"on\": \"2024-06-20\"}"
                        .formatted(group.enrolled(), group.module("M1")));
        rows("deliveries", () -> """
                {"externalId": "B-1", "enrollment": "%s", "kind": "stipend", "on": "2024-06-12"}""".formatted(group.enrolled()));
        rows("enrollments", () -> {
            UUID woman = group.participant();
            group.told(woman, 2, null, false);
            return "{\"participant\": \"%s\", \"cohort\": \"%s\", \"on\": \"2024-06-10\"}"
                    .formatted(woman, group.cohort);
        });
        rows("surveys", () -> """
                {"enrollment": "%s", "instrument": "%s", "on": "2024-06-12", "answers": {"q": 1}}""".formatted(group.enrolled(), instrument));
    }

    /** An import of one row. */
    private void rows(String kind, Supplier<String> row) {
        String path = "/v1/" + kind + "/imports";
        writes.put(
                "POST " + path,
                () -> new Write(group.tenant, Tokens.of("imports:write", group.tenant), path, row.get() + "\n"));
    }

    private void step(String step, String body, Group in, Supplier<UUID> woman) {
        writes.put(
                "POST /v1/enrollments/{id}/" + step,
                () -> write(in, "/v1/enrollments/" + woman.get() + "/" + step, body));
    }

    private void graduates() {
        String on = "{\"on\": \"2024-10-11\"}";
        ready("/v1/cohorts/{id}/graduation", on, (g, woman) -> g.cohort);
        graduated("/v1/cohorts/{id}/ceremony", "{\"on\": \"2024-10-17\"}", (g, woman) -> g.cohort);
        graduated("/v1/cohorts/{id}/credentials", null, (g, woman) -> g.cohort);
        graduated("/v1/enrollments/{id}/credentials", null, (g, woman) -> woman);
        graduated(
                "/v1/enrollments/{id}/graduation-revocation",
                "{\"on\": \"2024-10-12\", \"reason\": \"mistake\"}",
                (g, woman) -> woman);
        graduated(
                "/v1/credentials/{id}/revocation",
                "{\"reason\": \"mistake\"}",
                (g, woman) -> UUID.fromString(
                        g.act("/v1/enrollments/" + woman + "/credentials", "{}").path("id")));
    }

    /** A woman who has done all that she is to do. */
    private void ready(String path, String body, BiFunction<Group, UUID, UUID> of) {
        writes.put("POST " + path, () -> {
            Group fresh = new Group(3);
            UUID woman = fresh.enrolled();
            fresh.act(
                            "/v1/pathways/" + fresh.catalogue.pathway + "/criteria",
                            "{\"validFrom\": \"2024-10-01\", \"requiredModules\": [\"M1\"]}")
                    .then()
                    .statusCode(200);
            fresh.catalogue.create(
                    "/v1/enrollments/" + woman + "/completions",
                    "{\"module\": \"%s\", \"on\": \"2024-06-20\"}".formatted(fresh.module("M1")));
            return write(fresh, path.replace("{id}", of.apply(fresh, woman).toString()), body);
        });
    }

    private void graduated(String path, String body, BiFunction<Group, UUID, UUID> of) {
        ready(path, body, (fresh, woman) -> {
            fresh.act("/v1/cohorts/" + fresh.cohort + "/graduation", "{\"on\": \"2024-10-11\"}")
                    .then()
                    .statusCode(200);
            return of.apply(fresh, woman);
        });
    }

    private void others() {
        String on = "{\"on\": \"2024-06-20\"%s}";
        delivery("POST", "/approval", on.formatted(""), false);
        delivery("POST", "/rejection", on.formatted(", \"reason\": \"no-funds\""), false);
        delivery("POST", "/handover", on.formatted(""), true);
        delivery("PATCH", "", "{\"kind\": \"credit\"}", false);
        writes.put("POST /v1/graduation-exceptions/{id}/review", () -> {
            UUID exception = group.catalogue.create(
                    "/v1/enrollments/" + group.enrolled() + "/graduation-exceptions",
                    "{\"reason\": \"health\", \"waives\": [{\"requirement\": \"attendance\"}]}");
            return new Write(
                    group.tenant,
                    Tokens.of("graduations:decide", group.tenant),
                    "/v1/graduation-exceptions/" + exception + "/review",
                    "{\"decision\": \"accepted\"}");
        });
        writes.put("POST /v1/mentorships", () -> write(group, "/v1/mentorships", mentorship()));
        writes.put(
                "PATCH /v1/mentorships/{id}",
                () -> write(
                        group,
                        "/v1/mentorships/" + group.catalogue.create("/v1/mentorships", mentorship()),
                        "{\"endsOn\": \"2024-09-30\"}"));
        writes.put(
                "POST /v1/mentorships/{id}/sessions",
                () -> write(
                        group,
                        "/v1/mentorships/" + group.catalogue.create("/v1/mentorships", mentorship()) + "/sessions",
                        "{\"on\": \"2024-07-05\", \"hours\": 1}"));
        writes.put("POST /v1/xapi/statements/{id}/dismissal", () -> {
            UUID statement = UUID.randomUUID();
            new Lms(group)
                    .sent(Lms.statement(statement, UUID.randomUUID(), "completed", "edapp-1", "2024-06-21T12:00:00Z"));
            return write(group, "/v1/xapi/statements/" + statement + "/dismissal", "{\"reason\": \"not-ours\"}");
        });
    }

    private void delivery(String method, String action, String body, boolean approved) {
        writes.put(method + " /v1/deliveries/{id}" + action, () -> {
            String delivery = "/v1/deliveries/"
                    + group.catalogue.create(
                            "/v1/enrollments/" + group.enrolled() + "/deliveries",
                            "{\"kind\": \"stipend\", \"on\": \"2024-06-12\"}");
            if (approved) {
                group.act(delivery + "/approval", "{\"on\": \"2024-06-14\"}")
                        .then()
                        .statusCode(200);
            }
            return write(group, delivery + action, body);
        });
    }

    private String mentorship() {
        return "{\"mentor\": \"%s\", \"startsOn\": \"2024-07-01\", \"mentees\": [\"%s\"]}"
                .formatted(group.enrolled(), group.enrolled());
    }

    private static Write write(Group of, String path, String body) {
        return new Write(of.tenant, of.token, path, body);
    }
}
