package mx.trayecto.programs.delivery;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Golden;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class DeliveryTest {
    private static final String DELIVERIES = "trayecto.deliveries.v1";

    private Group group;

    @BeforeEach
    void open() {
        group = new Group(5);
    }

    private Response record(UUID enrollment, String body) {
        return group.act("/v1/enrollments/" + enrollment + "/deliveries", body);
    }

    private UUID recorded(String body) {
        return Group.made(record(group.enrolled(), body));
    }

    private Response step(UUID delivery, String step, String body) {
        return group.act("/v1/deliveries/" + delivery + "/" + step, body);
    }

    private Response correct(UUID delivery, String etag, String patch) {
        return Caller.patch(group.token, etag).body(patch).patch("/v1/deliveries/" + delivery);
    }

    @Test
    void goesFromTheRequestToHerHandsAndIsToldWholeEachTime() throws IOException {
        UUID credit = recorded("{\"kind\": \"credit\", \"institution\": \"%s\", \"on\": \"2024-06-20\"}"
                .formatted(group.catalogue.organization));
        Golden.assertSent(DELIVERIES, credit, "mx.trayecto.delivery.requested.v1");
        step(credit, "approval", """
                {"on": "2024-07-01", "amount": {"amount": "15000", "currency": "MXN"}}""")
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("state", equalTo("approved"))
                .body("approvedOn", equalTo("2024-07-01"))
                .body("amount.amount", equalTo("15000.00"));
        Golden.assertSent(DELIVERIES, credit, "mx.trayecto.delivery.approved.v1");
        step(credit, "handover", """
                {"on": "2024-07-15", "amount": {"amount": "14500.50", "currency": "MXN"}}""")
                .then()
                .statusCode(200)
                .body("state", equalTo("delivered"))
                .body("amount.amount", equalTo("14500.50"))
                .body("approved.amount", equalTo("15000.00"));
        Golden.assertSent(DELIVERIES, credit, "mx.trayecto.delivery.delivered.v1");
        correct(credit, "\"v2\"", "{\"state\": \"rejected\", \"on\": \"2024-07-16\", \"reason\": \"mistake\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"v3\"");
        Golden.assertSent(DELIVERIES, credit, "mx.trayecto.delivery.corrected.v1");
    }

    /** What was approved by mistake is put right too, and what never was approved counts as no approval. */
    @Test
    void correctsWhatWasApproved() {
        UUID credit = recorded("{\"kind\": \"credit\", \"on\": \"2024-06-20\"}");
        step(credit, "approval", """
                {"on": "2024-07-01", "amount": {"amount": "200000", "currency": "MXN"}}""").then().statusCode(200);
        step(credit, "handover", """
                {"on": "2024-07-15", "amount": {"amount": "20000", "currency": "MXN"}}""").then().statusCode(200);
        correct(credit, "\"v2\"", "{\"approved\": {\"amount\": \"20000\", \"currency\": \"MXN\"}}")
                .then()
                .statusCode(200)
                .body("approved.amount", equalTo("20000.00"))
                .body("approvedOn", equalTo("2024-07-01"));
        correct(credit, "\"v3\"", "{\"approvedOn\": null}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/approvedOn"));
        correct(credit, "\"v3\"", "{\"approvedOn\": \"2024-07-16\"}")
                .then()
                .statusCode(422)
                .body("errors.code", contains("range"));
        correct(credit, "\"v3\"", "{\"state\": \"requested\", \"on\": \"2024-06-20\"}")
                .then()
                .statusCode(200)
                .body("approvedOn", nullValue(), "approved", nullValue());
        Told told = Told.of(DELIVERIES, credit, 5).getLast();
        assertEquals(false, told.data().has("approvedOn"));
        assertEquals(false, told.data().has("approvedAmount"));
    }

    @Test
    void isRefusedForAReason() throws IOException {
        UUID asked = recorded("{\"kind\": \"credit\", \"institution\": \"%s\", \"on\": \"2024-06-20\"}"
                .formatted(group.catalogue.organization));
        step(asked, "rejection", "{\"on\": \"2024-06-21\"}").then().statusCode(422);
        step(asked, "rejection", "{\"on\": \"2024-06-21\", \"reason\": \"no-funds\"}")
                .then()
                .statusCode(200)
                .body("reason", equalTo("no-funds"));
        Golden.assertSent(DELIVERIES, asked, "mx.trayecto.delivery.rejected.v1");
        for (String next : List.of("approval", "handover")) {
            step(asked, next, "{\"on\": \"2024-06-22\"}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("illegal-delivery-step"));
        }
    }

    @Test
    void ofAnUnknownAmountIsNoZero() {
        UUID stipend = recorded("{\"kind\": \"stipend\", \"state\": \"delivered\", \"on\": \"2024-06-20\"}");
        group.read("/v1/deliveries/" + stipend)
                .then()
                .statusCode(200)
                .body("amount", nullValue())
                .body("state", equalTo("delivered"));
        Told told = Told.of(DELIVERIES, stipend, 1).getLast();
        assertEquals("delivered", told.type());
        assertEquals(false, told.data().has("amount"));
        assertEquals(false, told.data().has("currency"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"gold\"} | /kind",
                "{} | /kind",
                "{\"kind\":\"stipend\",\"amount\":{\"amount\":\"0\",\"currency\":\"MXN\"}} | /amount/amount",
                "{\"kind\":\"stipend\",\"amount\":{\"amount\":\"-5\",\"currency\":\"MXN\"}} | /amount/amount",
                "{\"kind\":\"stipend\",\"amount\":{\"amount\":\"5\",\"currency\":\"ZZZ\"}} | /amount/currency",
                "{\"kind\":\"stipend\",\"amount\":{\"amount\":\"5.005\",\"currency\":\"MXN\"}} | /amount/amount",
                "{\"kind\":\"stipend\",\"on\":\"2024-06-09\"} | /on",
                "{\"kind\":\"stipend\",\"on\":\"2099-06-09\"} | /on",
                "{\"kind\":\"stipend\",\"state\":\"rejected\"} | /state",
                "{\"kind\":\"stipend\",\"institution\":\"00000000-0000-0000-0000-000000000009\"} | /institution",
                "{\"kind\":\"stipend\",\"name\":\"x\"} | /name"
            })
    void refusesWhatCannotBe(String body, String pointer) {
        record(group.enrolled(), body).then().statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void isCorrectedFromTheVersionThatWasReadAndWithAReasonOnlyWhereItIsRejected() {
        UUID made = recorded("{\"kind\": \"supplies\", \"on\": \"2024-06-20\"}");
        correct(made, "\"v7\"", "{\"kind\": \"fair\"}").then().statusCode(412);
        correct(made, "\"v0\"", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        correct(made, "\"v0\"", "{\"state\": \"rejected\"}").then().statusCode(422);
        correct(made, "\"v0\"", "{\"kind\": \"supplies\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"v0\"");
        correct(made, "\"v0\"", "{\"kind\": \"fair\"}").then().statusCode(200).header("ETag", "\"v1\"");
        step(made, "handover", "{\"on\": \"2024-06-19\"}")
                .then()
                .statusCode(422)
                .body("errors.code", contains("before-last-step"));
    }

    @Test
    void isListedByEnrolmentAndByWhatItIs() {
        UUID woman = group.enrolled();
        UUID made = Group.made(record(woman, "{\"kind\": \"job\", \"on\": \"2024-06-20\"}"));
        recorded("{\"kind\": \"fair\", \"state\": \"delivered\", \"on\": \"2024-06-20\"}");
        String participant = group.read("/v1/enrollments/" + woman).jsonPath().getString("participant");
        for (String list : List.of(
                "/v1/enrollments/" + woman + "/deliveries",
                "/v1/deliveries?kind=job",
                "/v1/deliveries?state=requested",
                "/v1/deliveries?participant=" + participant)) {
            group.read(list).then().statusCode(200).body("items.id", contains(made.toString()));
        }
        group.read("/v1/deliveries").then().body("items", hasSize(2));
        group.read("/v1/deliveries?kind=gold&state=x&program=1")
                .then()
                .statusCode(422)
                .body("errors", hasSize(3));
        Caller.with(Tokens.coordinator(group.tenant, UUID.randomUUID()))
                .get("/v1/deliveries")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void isWrittenByItsScopeOnceHoweverOftenItIsSent() {
        UUID woman = group.enrolled();
        String path = "/v1/enrollments/" + woman + "/deliveries";
        Caller.post(Tokens.facilitator(group.tenant))
                .body("{\"kind\": \"job\"}")
                .post(path)
                .then()
                .statusCode(403);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Caller.post(group.token, key)
                    .body("{\"kind\": \"job\", \"on\": \"2024-06-20\"}")
                    .post(path)
                    .then()
                    .statusCode(201);
        }
        group.read(path).then().body("items", hasSize(1));
    }

    @Test
    void nothingMoreIsRecordedOfASuppressedWoman() {
        UUID woman = group.participant();
        UUID enrollment = Group.made(group.enroll(woman));
        Broker.send(Group.PARTICIPANTS, "mx.trayecto.participant.suppressed.v1", group.tenant, woman, 2, null);
        Caller.post(group.token)
                .header("Trayecto-Min-Position", Group.PARTICIPANTS + "/" + woman + "/1.2")
                .body("{\"kind\": \"job\", \"on\": \"2024-06-20\"}")
                .post("/v1/enrollments/" + enrollment + "/deliveries")
                .then()
                .statusCode(409)
                .body("code", equalTo("participant-suppressed"));
    }
}
