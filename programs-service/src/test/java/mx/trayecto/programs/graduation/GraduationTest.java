package mx.trayecto.programs.graduation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The catalogue's criteria: four required modules, 80% of attendance, entry and exit survey. */
@QuarkusTest
@TrayectoTest
class GraduationTest {
    static final String ON = "{\"on\": \"2024-10-11\"}";

    @Test
    void graduatesWhoMeetsTheCriteriaAndTellsTheOthersAllTheyLack() throws Exception {
        Group group = new Group(10);
        Walk walk = new Walk(group);
        UUID done = group.enrolled();
        UUID absent = group.enrolled();
        UUID unsurveyed = group.enrolled();
        UUID idle = group.enrolled();
        UUID gone = group.enrolled();
        UUID waiting = group.enrolled(group.open(group.catalogue.cohort("G2", 1)));
        List<UUID> walkers = List.of(done, absent, unsurveyed);
        walk.sessions(Map.of(done, 4, absent, 3, unsurveyed, 5));
        for (String module : List.of("M1", "M2", "M3", "M4")) {
            walk.complete(module, module.equals("M3") ? List.of(done, unsurveyed) : walkers);
        }
        walk.answer(done, "entry", "exit");
        walk.answer(absent, "entry", "exit");
        walk.answer(unsurveyed, "entry");
        group.step(gone, "withdrawal", "{\"on\": \"2024-06-11\", \"reason\": \"moved\"}");

        String before = rows(group);
        Response dry = group.act(walk.graduation() + "?dryRun=true", ON);
        dry.then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("criteriaVersion", equalTo(1))
                .body("graduated", contains(done.toString()))
                .body("alreadyGraduated", hasSize(0))
                .body(
                        "notGraduated.enrollment",
                        containsInAnyOrder(absent.toString(), unsurveyed.toString(), idle.toString()))
                .body(
                        "notGraduated.find { it.enrollment == '" + absent + "' }.missing.code",
                        contains("module", "attendance"))
                .body(
                        "notGraduated.find { it.enrollment == '" + absent + "' }.missing.es",
                        contains(
                                "Falta completar el módulo Educación financiera.",
                                "Asistió a 9 de 15 horas (60%); se requiere 80%."))
                .body(
                        "notGraduated.find { it.enrollment == '" + absent + "' }.missing[1].en",
                        equalTo("Attended 9 of 15 hours (60%); 80% is required."))
                .body("notGraduated.find { it.enrollment == '" + absent + "' }.missing[1].actual", equalTo(60.0f))
                .body(
                        "notGraduated.find { it.enrollment == '" + unsurveyed + "' }.missing.instrument",
                        contains("exit"))
                .body("notGraduated.find { it.enrollment == '" + idle + "' }.missing", hasSize(7));
        for (String misspelt : List.of("dryRun", "dryRun=1", "dryRun=yes", "dryRun=True", "dryRun=true%20")) {
            group.act(walk.graduation() + "?" + misspelt, ON)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("dryRun"));
        }
        assertEquals(before, rows(group), "a dry run changes nothing, nor does one that is misspelt");

        Response real = group.act(walk.graduation(), ON);
        real.then().statusCode(200).body("dryRun", equalTo(false));
        for (String part : List.of("graduated", "alreadyGraduated", "notGraduated", "criteriaVersion", "on")) {
            assertEquals(dry.jsonPath().<Object>get(part), real.jsonPath().<Object>get(part), part);
        }
        group.read("/v1/enrollments/" + done)
                .then()
                .body("status", equalTo("graduated"))
                .body("graduatedOn", equalTo("2024-10-11"))
                .body("criteriaVersion", equalTo(1));
        assertEquals("enrolled", group.status(idle));
        assertEquals("enrolled", group.status(waiting));
        Told told = Told.of(Group.ENROLLMENTS, done, 12).getLast();
        assertEquals("graduated", told.type());
        assertEquals(1, told.data().get("criteriaVersion").asInt());

        group.act(walk.graduation(), ON)
                .then()
                .statusCode(200)
                .body("graduated", hasSize(0))
                .body("alreadyGraduated", contains(done.toString()));
        assertEquals(
                List.of("1"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM outbox WHERE aggregate_id = ? AND type LIKE '%.graduated.%'",
                        done));
    }

    @Test
    void holdsWomenAgainstTheCriteriaThatGovernOnTheDay() {
        Group group = new Group(3);
        Walk walk = new Walk(group);
        UUID woman = group.enrolled();
        group.act("/v1/pathways/" + group.catalogue.pathway + "/criteria", """
                {"validFrom": "2024-09-01", "requiredModules": ["M1"], "minimumFollowUps": 1}""")
                .then()
                .statusCode(200);
        walk.complete("M1", List.of(woman));
        group.act(walk.graduation() + "?dryRun=true", "{\"on\": \"2024-08-31\"}")
                .then()
                .body("criteriaVersion", equalTo(1))
                .body("notGraduated[0].missing", hasSize(6));
        group.act(walk.graduation() + "?dryRun=true", ON)
                .then()
                .body("criteriaVersion", equalTo(2))
                .body("notGraduated[0].missing.es", contains("Tiene 0 de 1 seguimientos individuales."));
        group.act("/v1/enrollments/" + woman + "/follow-ups", "{\"on\": \"2024-10-01\", \"kind\": \"call\"}");
        group.act(walk.graduation() + "?dryRun=true", "{\"on\": \"2024-09-30\"}")
                .then()
                .body("notGraduated", hasSize(1)); // what is dated later does not count
        group.act(walk.graduation(), ON).then().body("graduated", contains(woman.toString()));
        group.read("/v1/enrollments/" + woman).then().body("criteriaVersion", equalTo(2));
    }

    @Test
    void revokesAGraduationAndMayGraduateHerAgain() {
        Group group = new Group(1);
        Walk walk = new Walk(group);
        UUID woman = walk.graduate();
        group.read("/v1/enrollments/" + woman).then().body("byException", equalTo(false));
        group.step(woman, "graduation-revocation", "{\"on\": \"2024-10-12\", \"reason\": \"criteria-not-met\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("graduatedOn", nullValue())
                .body("criteriaVersion", nullValue());
        assertEquals(
                "graduation-revoked",
                Told.of(Group.ENROLLMENTS, woman, 9).getLast().type());
        group.act(walk.graduation() + "?dryRun=true", ON)
                .then()
                .body("notGraduated[0].missing.code", contains("later-step"));
        group.act(walk.graduation(), "{\"on\": \"2024-10-13\"}").then().body("graduated", contains(woman.toString()));
        Caller.post(Tokens.facilitator(group.tenant))
                .body("{\"reason\": \"other\"}")
                .post("/v1/enrollments/" + woman + "/graduation-revocation")
                .then()
                .statusCode(403);
    }

    @Test
    void revokesNoGraduationOfAWomanWhoIsEnrolledAgain() {
        Group group = new Group(2);
        UUID first = new Walk(group).graduate();
        UUID woman = UUID.fromString(
                group.read("/v1/enrollments/" + first).jsonPath().getString("participant"));
        UUID second = Group.made(group.enroll(woman, group.cohort, "2024-10-11"));
        group.step(first, "graduation-revocation", "{\"on\": \"2024-10-12\", \"reason\": \"criteria-not-met\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-enrolled"))
                .header("Location", endsWith("/v1/enrollments/" + second));
        assertEquals("graduated", group.status(first));
    }

    @Test
    void asksAGraduateOnceADayWithEachInstrument() {
        Group group = new Group(1);
        UUID woman = new Walk(group).graduate();
        UUID instrument = group.catalogue.create("/v1/instruments", """
                {"code": "SEGUIMIENTO", "version": 1, "kind": "post-graduation",
                 "questions": [{"code": "q", "type": "number", "text": {"es": "¿Cuántas?"}}]}""");
        String path = "/v1/enrollments/" + woman + "/surveys";
        String answers = "{\"instrument\": \"" + instrument + "\", \"on\": \"%s\", \"answers\": {\"q\": 1}}";
        UUID first = Group.made(group.act(path, answers.formatted("2024-10-20")));
        group.act(path, answers.formatted("2024-10-20"))
                .then()
                .statusCode(409)
                .body("code", equalTo("survey-answered"))
                .header("Location", endsWith(path + "/" + first));
        group.act(path, answers.formatted("2024-10-21")).then().statusCode(201);
    }

    @Test
    void countsProgressAndSaysWhoIsTrained() {
        Group group = new Group(5);
        Walk walk = new Walk(group);
        UUID came = group.enrolled();
        UUID online = group.enrolled();
        UUID never = group.enrolled();
        walk.sessions(Map.of(came, 2));
        walk.complete("M3", List.of(online));
        progress(group, came)
                .then()
                .body("trained", equalTo(true))
                .body("sessionsAttended", equalTo(2))
                .body("hoursAttended", equalTo(6))
                .body("hoursHeld", equalTo(15)) // of three sessions nothing was said of her: held all the same
                .body("attendancePercent", equalTo(40.0f));
        progress(group, online)
                .then()
                .body("trained", equalTo(true))
                .body("modules", contains("M3"))
                .body("moduleHours", equalTo(12.5f));
        progress(group, never).then().body("trained", equalTo(false));
        UUID late = Group.made(group.enroll(group.participant(), group.cohort, "2024-06-13"));
        progress(group, late).then().body("hoursHeld", equalTo(9)); // the two sessions before she came are not hers
        UUID elsewhere = group.enrolled(group.open(group.catalogue.cohort("G3", 1)));
        progress(group, elsewhere).then().body("hoursHeld", equalTo(0)).body("attendancePercent", nullValue());
    }

    @Test
    void isDecidedByThoseWhoMay() {
        Group group = new Group(1);
        String path = "/v1/cohorts/" + group.cohort + "/graduation";
        Caller.post(Tokens.facilitator(group.tenant)).body(ON).post(path).then().statusCode(403);
        Caller.post(Tokens.coordinator(UUID.randomUUID()))
                .body(ON)
                .post(path + "?dryRun=true")
                .then()
                .statusCode(404);
        group.act(path, "{\"on\": \"2024-06-09\"}").then().statusCode(422);
        group.act(path, "{\"on\": \"2099-06-09\"}").then().statusCode(422);
        group.act(path, ON).then().statusCode(200).body("graduated", hasSize(0));
        assertTrue(Caller.with(group.token)
                        .contentType("application/json")
                        .body(ON)
                        .post(path)
                        .statusCode()
                == 400);
    }

    private static Response progress(Group group, UUID enrollment) {
        return group.read("/v1/enrollments/" + enrollment + "/progress");
    }

    private static String rows(Group group) throws Exception {
        return Database.query(
                        "programs", "SELECT e::text FROM enrollment e WHERE tenant_id = ? ORDER BY id", group.tenant)
                + Database.query("programs", "SELECT count(*) FROM outbox WHERE tenant_id = ?", group.tenant)
                        .toString();
    }
}
