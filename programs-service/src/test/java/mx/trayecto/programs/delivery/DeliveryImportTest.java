package mx.trayecto.programs.delivery;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Sheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A state office hands over what its women got. */
@QuarkusTest
@TrayectoTest
class DeliveryImportTest {
    private static final String HEADING =
            "externalId,enrollment,kind,state,on,institution,amount.amount,amount.currency";

    private Group group;
    private Sheet sheet;

    @BeforeEach
    void begin() {
        group = new Group(10);
        sheet = new Sheet(group.tenant, "deliveries", HEADING);
    }

    @Test
    void recordsEachOnceByItsNameInTheTable() {
        List<UUID> women = group.enrolled(2);
        List<String> rows = List.of(
                "beca-1," + women.get(0) + ",stipend,delivered,15/07/2024,,\"$1,250.50\",",
                "beca-2," + women.get(0) + ",stipend,delivered,15/07/2024,,\"1,250.50\",MXN",
                "beca-1," + women.get(1) + ",credit,,01/07/2024," + group.catalogue.organization + ",,");
        assertEquals("done 3/3: 3 0 0 0", sheet.tried(rows));
        group.read("/v1/deliveries?program=" + group.catalogue.program).then().body("items", hasSize(0));
        assertEquals("done 3/3: 3 0 0 0", sheet.imported(rows));
        assertEquals("done 3/3: 0 0 3 0", sheet.imported(rows));
        group.read("/v1/enrollments/" + women.get(0) + "/deliveries")
                .then()
                .body("items.amount.amount", contains("1250.50", "1250.50"))
                .body("items.amount.currency", contains("MXN", "MXN"))
                .body("items.on", contains("2024-07-15", "2024-07-15"));
        group.read("/v1/enrollments/" + women.get(1) + "/deliveries")
                .then()
                .body("items.state", contains("requested"))
                .body("items.institution", contains(group.catalogue.organization.toString()));
    }

    @Test
    void leavesWhatIsRecordedOtherwiseAsItIs() {
        UUID woman = group.enrolled();
        String row = "beca-1," + woman + ",stipend,delivered,15/07/2024,,100,";
        assertEquals(List.of("2 created"), sheet.results(List.of(row)));
        assertEquals(List.of("2 delivery-recorded"), sheet.results(List.of(row.replace(",100,", ",200,"))));
        group.read("/v1/enrollments/" + woman + "/deliveries").then().body("items.amount.amount", contains("100.00"));
    }

    @Test
    void knowsARowAgainAfterTheDeliveryTookAFurtherStep() {
        UUID woman = group.enrolled();
        String row = "beca-1," + woman + ",stipend,,15/07/2024,,100,";
        assertEquals(List.of("2 created"), sheet.results(List.of(row)));
        String delivery = group.read("/v1/enrollments/" + woman + "/deliveries").path("items[0].id");
        group.act(
                        "/v1/deliveries/" + delivery + "/handover",
                        "{\"on\": \"2024-07-20\", \"amount\": {\"amount\": \"90.00\", \"currency\": \"MXN\"}}")
                .then()
                .statusCode(200);
        assertEquals(
                List.of("2 unchanged", "3 delivery-recorded", "4 unchanged"),
                sheet.results(List.of(
                        row.replace(",100,", ",100.00,"),
                        row.replace("15/07", "16/07"),
                        "beca-1," + woman + ",stipend,delivered,20/07/2024,,90,")));
        group.read("/v1/deliveries/" + delivery)
                .then()
                .body("state", equalTo("delivered"))
                .body("amount.amount", equalTo("90.00"));
    }

    @Test
    void tellsWhyItRefusesARowAndTakesTheOthers() {
        UUID woman = group.enrolled();
        UUID foreign = new Group(1).enrolled();
        assertEquals(
                List.of(
                        "2 /enrollment unknown-reference",
                        "3 /externalId opaque",
                        "4 /state own-step",
                        "5 /kind type",
                        "6 created",
                        "7 /on before-application",
                        "8 /institution unknown-reference",
                        "9 /amount/amount pattern",
                        "10 /externalId required"),
                sheet.results(List.of(
                        "a," + foreign + ",stipend,,15/07/2024,,,",
                        "XEXX010101MNEXXXA4," + woman + ",stipend,,15/07/2024,,,",
                        "b," + woman + ",stipend,rejected,15/07/2024,,,",
                        "c," + woman + ",beca,,15/07/2024,,,",
                        "d," + woman + ",fair,,15/07/2024,,,",
                        "e," + woman + ",fair,,15/01/2024,,,",
                        "f," + woman + ",fair,,15/07/2024," + UUID.randomUUID() + ",,",
                        "g," + woman + ",stipend,,15/07/2024,,mucho,",
                        "," + woman + ",stipend,,15/07/2024,,,")));
        group.read("/v1/enrollments/" + woman + "/deliveries").then().body("items.kind", contains("fair"));
    }

    @Test
    void findsNoWomanOfAnotherCenter() {
        UUID elsewhere = group.catalogue.center("CREA-2");
        assertEquals(
                List.of("2 /enrollment unknown-reference"),
                new Sheet(Tokens.of("imports:write", group.tenant, elsewhere), "deliveries", HEADING)
                        .results(List.of("a," + group.enrolled() + ",stipend,,15/07/2024,,,")));
    }
}
