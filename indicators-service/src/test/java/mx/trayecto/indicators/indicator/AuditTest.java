package mx.trayecto.indicators.indicator;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.history.Delivery;
import mx.trayecto.indicators.history.Enrolled;
import mx.trayecto.indicators.history.Story;
import mx.trayecto.indicators.history.Told;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What an auditor of the donor tries on a figure: one woman counted by hand, in the cases where figures go wrong. */
@QuarkusTest
@TrayectoTest
class AuditTest {
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2024, 12, 31);

    private final Story story = new Story(UUID.randomUUID());
    private final Requests requests = new Requests(story.tenant);
    private final UUID woman = UUID.randomUUID();
    private final UUID here = UUID.randomUUID();
    private final UUID there = UUID.randomUUID();
    private final Enrolled first = at(here);
    private final Enrolled second = at(there);
    private String framework;
    private int indicators;

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Test
    void oneWomanInTwoCentersAndYearsIsOnePersonAndTwoEnrolments() throws SQLException {
        attended(first, NEW_YEARS_EVE, UUID.randomUUID());
        attended(second, NEW_YEARS_EVE.plusDays(1), UUID.randomUUID());
        deliver();
        String persons = count("trained", "persons");
        String enrolments = count("trained", "enrolments");

        assertEquals(Map.of("total", 1, "2024-12", 1, "2025-01", 1), figures(persons, "by=month"));
        assertEquals(Map.of("total", 1, here.toString(), 1, there.toString(), 1), figures(persons, "by=center"));
        assertEquals(Map.of("total", 2, here.toString(), 1, there.toString(), 1), figures(enrolments, "by=center"));
        for (String year : new String[] {"2024", "2024-H2", "2024-Q4", "2024-12", "2024-12-31/2024-12-31"}) {
            assertEquals(Map.of("total", 1, "2024-12", 1), figures(persons, "by=month&period=" + year), year);
            assertEquals(Map.of("total", 1, here.toString(), 1), figures(enrolments, "by=center&period=" + year), year);
        }
        for (String year : new String[] {"2025", "2025-H1", "2025-Q1", "2025-01", "2025-01-01/2025-06-30"}) {
            assertEquals(Map.of("total", 1, "2025-01", 1), figures(persons, "by=month&period=" + year), year);
        }
        String bothDays = "by=month&period=2024-12-31/2025-01-01";
        assertEquals(Map.of("total", 1, "2024-12", 1, "2025-01", 1), figures(persons, bothDays));
        assertEquals(Map.of("total", 2, "2024-12", 1, "2025-01", 1), figures(enrolments, bothDays));
    }

    @Test
    void aTransferTakesTheEnrolmentAlongAndLeavesWhatHappened() throws SQLException {
        first.tell(story, "enrolled", LocalDate.of(2024, 11, 4));
        attended(first, LocalDate.of(2024, 11, 11), UUID.randomUUID());
        moved().tell(story, "transferred", LocalDate.of(2025, 1, 7));
        moved().tell(story, "graduated", LocalDate.of(2025, 3, 1));
        deliver();

        String enrolled = count("enrolled", "enrolments");
        assertEquals(Map.of("total", 1, there.toString(), 1), figures(enrolled, "by=center"));
        assertEquals(Map.of("total", 1, "2024-11", 1), figures(enrolled, "by=month"));
        assertEquals(Map.of("total", 1, here.toString(), 1), figures(count("trained", "persons"), "by=center"));
        assertEquals(Map.of("total", 1, there.toString(), 1), figures(count("graduated", "persons"), "by=center"));
    }

    @Test
    void whoComesBackFromADeferralInAnotherCohortWasEnrolledOnTheFirstDay() throws SQLException {
        first.tell(story, "enrolled", LocalDate.of(2024, 11, 4));
        first.tell(story, "deferred", LocalDate.of(2024, 11, 5)).with("until", "2025-02-01");
        moved().tell(story, "transferred", LocalDate.of(2025, 2, 3));
        moved().tell(story, "enrolled", LocalDate.of(2025, 2, 3));
        deliver();

        String enrolled = count("enrolled", "persons");
        assertEquals(Map.of("total", 1, "2024-11", 1), figures(enrolled, "by=month"));
        assertEquals(Map.of("total", 1, there.toString(), 1), figures(enrolled, "by=center&period=2024"));
        assertEquals(Map.of("total", 0), figures(enrolled, "by=center&period=2025"));
    }

    @Test
    void whoDefersStaysEnrolledAndIsNotWithdrawn() throws SQLException {
        first.tell(story, "enrolled", LocalDate.of(2024, 11, 4));
        first.tell(story, "deferred", LocalDate.of(2024, 11, 5)).with("until", "2025-02-01");
        deliver();

        assertEquals(1, figures(count("enrolled", "persons"), "by=sex").get("total"));
        assertEquals(0, figures(count("withdrawn", "persons"), "by=sex").get("total"));
    }

    @Test
    void aGraduationThatIsRevokedAndDecidedAnewCountsOnceOnItsNewDay() throws SQLException {
        first.tell(story, "graduated", NEW_YEARS_EVE);
        first.tell(story, "graduation-revoked", LocalDate.of(2025, 1, 8)).with("reason", "error");
        deliver();
        String graduated = count("graduated", "persons");
        assertEquals(Map.of("total", 0), figures(graduated, "by=month"));

        first.tell(story, "graduated", LocalDate.of(2025, 1, 20));
        deliver();
        assertEquals(Map.of("total", 1, "2025-01", 1), figures(graduated, "by=month"));
        assertEquals(0, figures(graduated, "period=2024").get("total"));
    }

    @Test
    void anAttendanceCorrectedToAnAbsenceTakesHerOutUnlessSheCameAnotherDay() throws SQLException {
        UUID session = UUID.randomUUID();
        attended(first, NEW_YEARS_EVE, session);
        attended(first, NEW_YEARS_EVE.minusMonths(1), UUID.randomUUID());
        first.tell(story, "attendance-corrected", NEW_YEARS_EVE)
                .with("session", session)
                .with("attended", false)
                .with("hours", 0);
        deliver();

        assertEquals(Map.of("total", 1, "2024-11", 1), figures(count("trained", "persons"), "by=month"));
        assertEquals(Map.of("total", 4, "2024-11", 4), figures(sum("hours", "attended-hours"), "by=month"));
    }

    @Test
    void aCompletionThatIsRevokedIsInNoFigureOfItsDayAndCountsAnewWhereItIsRecordedAnew() throws SQLException {
        UUID mistaken = UUID.randomUUID();
        UUID right = UUID.randomUUID();
        completed(first, NEW_YEARS_EVE, mistaken);
        completed(first, NEW_YEARS_EVE.minusMonths(1), right);
        completed(second, NEW_YEARS_EVE.minusMonths(2), mistaken); // the same module, in another enrolment
        deliver();
        String trained = count("trained", "persons");
        String completions = count("completed", "enrolments");
        String hours = sum("hours", "completed-hours");
        assertEquals(Map.of("total", 1, "2024-10", 1, "2024-11", 1, "2024-12", 1), figures(trained, "by=month"));
        assertEquals(Map.of("total", 60, "2024-10", 20, "2024-11", 20, "2024-12", 20), figures(hours, "by=month"));

        revoked(first, NEW_YEARS_EVE, mistaken);
        deliver();
        assertEquals(Map.of("total", 1, "2024-10", 1, "2024-11", 1), figures(trained, "by=month"));
        assertEquals(Map.of("total", 0), figures(trained, "by=month&period=2024-12"));
        assertEquals(Map.of("total", 2, here.toString(), 1, there.toString(), 1), figures(completions, "by=center"));
        assertEquals(Map.of("total", 40, "2024-10", 20, "2024-11", 20), figures(hours, "by=month"));
        assertEquals(Map.of("total", 20, there.toString(), 20), figures(hours, "by=center&period=2024-10"));
        revoked(first, NEW_YEARS_EVE.minusMonths(1), right);
        deliver();
        assertEquals(Map.of("total", 1, there.toString(), 1), figures(trained, "by=center"));

        completed(first, LocalDate.of(2025, 1, 15), mistaken);
        deliver();
        assertEquals(Map.of("total", 1, "2024-10", 1, "2025-01", 1), figures(trained, "by=month"));
        assertEquals(Map.of("total", 40, "2024-10", 20, "2025-01", 20), figures(hours, "by=month"));
        assertEquals(20, figures(hours, "period=2024").get("total"));
    }

    private void completed(Enrolled enrolled, LocalDate on, UUID module) {
        enrolled.tell(story, "module-completed", on).with("module", module).with("hours", 20);
    }

    private void revoked(Enrolled enrolled, LocalDate on, UUID module) {
        enrolled.tell(story, "completion-revoked", on)
                .with("module", module)
                .with("hours", 20)
                .with("reason", "wrong-date");
    }

    @Test
    void aCorrectedSurveyStaysWhereItWasAnswered() throws SQLException {
        UUID response = UUID.randomUUID();
        survey(first, "survey.answered", response);
        survey(moved(), "survey.corrected", response);
        deliver();

        assertEquals(Map.of("total", 1, here.toString(), 1), figures(count("survey-answered", "persons"), "by=center"));
    }

    @Test
    void aWholeThatItsPartsExhaustStaysAsOpenAsItWasStated() throws SQLException {
        var heads = JsonNodeFactory.instance.arrayNode();
        heads.addObject().put("sex", "female").put("count", 40);
        heads.addObject().put("sex", "all").put("count", 40).put("qualifier", "at-least");
        UUID activity = UUID.randomUUID();
        story.tell(Story.ACTIVITIES, "activity.held", activity, "activity", activity)
                .with("startsOn", NEW_YEARS_EVE)
                .with("headcounts", heads);
        deliver();

        JsonPath read = read(sum("count", "headcount"), "by=sex");
        assertEquals(40, read.getInt("total.value"));
        assertEquals("at-least", read.getString("total.qualifier"));
        assertEquals(40, read.getInt("cells.find { it.key == 'female' }.value"));
        assertNull(read.get("cells.find { it.key == 'female' }.qualifier"));
    }

    @Test
    void aCampaignsHeadsAreThoseOfItsActivitiesAloneEachAsExactlyAsStated() throws SQLException {
        UUID campaign = held("campaign", null, "exact", 0);
        held("talk", campaign, "at-least", 120);
        held("forum", campaign, "about", 80);
        held("fair", null, "exact", 500);
        held("fair", UUID.randomUUID(), "exact", 300);
        deliver();

        String where = "{\"type\":\"sum\",\"of\":\"headcount\",\"where\":{\"campaign\":\"" + campaign + "\"%s}}";
        JsonPath all = read(define("count", where.formatted("")), "by=month");
        assertEquals(200, all.getInt("total.value"));
        assertEquals("about", all.getString("total.qualifier"));
        assertEquals(200, all.getInt("cells.find { it.key == '2024-12' }.value"));
        JsonPath talks =
                read(define("count", where.formatted(",\"audience\":\"public\",\"kind\":\"talk\"")), "period=2024");
        assertEquals(120, talks.getInt("total.value"));
        assertEquals("at-least", talks.getString("total.qualifier"));
    }

    /** Events of before told no campaign; each such activity is told once more with it. */
    @Test
    void anActivityToldWithoutItsCampaignCountsInItOnceItIsToldAgain() throws SQLException {
        UUID campaign = held("campaign", null, "exact", 0);
        UUID talk = held("talk", null, "exact", 120);
        deliver();
        String indicator = define(
                "count", "{\"type\":\"sum\",\"of\":\"headcount\",\"where\":{\"campaign\":\"" + campaign + "\"}}");
        assertEquals(0, read(indicator, "period=2024").getInt("total.value"));

        tell("activity.corrected", talk, "talk", campaign, "exact", 120);
        deliver();
        assertEquals(120, read(indicator, "period=2024").getInt("total.value"));
    }

    @Test
    void whatIsNoCampaignOrHasNoneCannotNarrowAMeasure() throws SQLException {
        UUID talk = held("talk", null, "exact", 20);
        UUID campaign = held("campaign", null, "exact", 0);
        deliver();
        framework = requests.framework("A");
        refused("\"type\":\"sum\",\"of\":\"headcount\"", "campaign", talk, "unknown-reference");
        refused("\"type\":\"count\",\"of\":\"enrolled\",\"basis\":\"persons\"", "campaign", campaign, "filter");
        refused("\"type\":\"count\",\"of\":\"staff-trained\",\"basis\":\"persons\"", "campaign", campaign, "filter");
    }

    /** What nothing can be of would be an exact zero. */
    @Test
    void activitiesAndTrainingsOfStaffHaveEachTheirOwnAudiences() {
        framework = requests.framework("A");
        String activities = "\"type\":\"count\",\"of\":\"activity\",\"basis\":\"records\"";
        String trained = "\"type\":\"count\",\"of\":\"staff-trained\",\"basis\":\"persons\"";
        refused(activities, "audience", "coordinators", "filter");
        refused(trained, "audience", "participants", "filter");
        refused(trained, "audience", "public", "filter");
        requests.define(
                        framework,
                        "1.8",
                        ",\"measure\":{%s,\"where\":{\"audience\":\"coordinators\"}}".formatted(trained))
                .then()
                .statusCode(201);
    }

    private void refused(String measure, String filter, Object value, String code) {
        requests.define(
                        framework,
                        "1.9",
                        ",\"measure\":{%s,\"where\":{\"%s\":\"%s\"}}".formatted(measure, filter, value))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/measure/where/" + filter), "errors.code", contains(code));
    }

    private UUID held(String kind, UUID campaign, String qualifier, int count) {
        UUID activity = UUID.randomUUID();
        tell("activity.held", activity, kind, campaign, qualifier, count);
        return activity;
    }

    private void tell(String type, UUID activity, String kind, UUID campaign, String qualifier, int count) {
        var heads = JsonNodeFactory.instance.arrayNode();
        if (count > 0) {
            heads.addObject().put("sex", "all").put("count", count).put("qualifier", qualifier);
        }
        story.tell(Story.ACTIVITIES, type, activity, "activity", activity)
                .with("kind", kind)
                .with("audience", "public")
                .with("campaign", campaign)
                .with("startsOn", NEW_YEARS_EVE)
                .with("headcounts", heads);
    }

    private Enrolled at(UUID center) {
        return new Enrolled(UUID.randomUUID(), woman, UUID.randomUUID(), UUID.randomUUID(), center, null);
    }

    /** Her first enrolment, once she has been transferred. */
    private Enrolled moved() {
        return first.in(second.cohort(), there, null);
    }

    private Told attended(Enrolled enrolled, LocalDate on, UUID session) {
        return enrolled.tell(story, "attendance-recorded", on)
                .with("session", session)
                .with("attended", true)
                .with("hours", 4);
    }

    private void survey(Enrolled enrolled, String what, UUID response) {
        story.tell(Story.SURVEYS, what, response, "response", response)
                .with("enrollment", enrolled.enrollment())
                .with("participant", woman)
                .with("cohort", enrolled.cohort())
                .with("center", enrolled.center())
                .with("kind", "entry")
                .with("on", NEW_YEARS_EVE)
                .with("answers", Story.object("income", 3));
    }

    /** Everything told since the last time. */
    private void deliver() throws SQLException {
        new Delivery(handlers, worker).inAnyOrder(story.told(), new Random(1));
        story.told().clear();
    }

    private String count(String of, String basis) {
        return define("count", "{\"type\":\"count\",\"of\":\"%s\",\"basis\":\"%s\"}".formatted(of, basis));
    }

    private String sum(String kind, String of) {
        return define(kind, "{\"type\":\"sum\",\"of\":\"%s\"}".formatted(of));
    }

    private String define(String kind, String measure) {
        framework = framework == null ? requests.framework("A") : framework;
        return post(requests.analyst)
                .body("""
                        {"framework":"%s","result":"1.1","code":"1.%s","title":{"es":"A mano"},"measureKind":"%s",
                         "countingBasis":"persons","measure":%s}""".formatted(framework, ++indicators, kind, measure))
                .post("/v1/indicators")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private JsonPath read(String indicator, String query) {
        return with(requests.analyst)
                .get("/v1/indicators/" + indicator + "/values?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The total and, where asked for, each cell. */
    private Map<String, Integer> figures(String indicator, String query) {
        JsonPath read = read(indicator, query);
        Map<String, Integer> figures = new TreeMap<>(Map.of("total", read.getInt("total.value")));
        if (query.contains("by=")) {
            read.<Map<String, Object>>getList("cells")
                    .forEach(cell -> figures.put((String) cell.get("key"), ((Number) cell.get("value")).intValue()));
        }
        return figures;
    }
}
