package mx.trayecto.programs.support;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@TrayectoTest
class SupportTest {
    private Catalogue catalogue;

    @BeforeEach
    void begin() {
        catalogue = new Catalogue();
    }

    @Test
    void keepsAnUnknownAmountApartFromNone() {
        UUID id = catalogue.create("/v1/institutional-supports", Kind.SUPPORT.body(catalogue));
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body("{\"amount\": null}")
                .patch("/v1/institutional-supports/" + id)
                .then()
                .statusCode(200)
                .body("amount", nullValue());
    }

    @Test
    void isListedByInstitutionAndProgramme() {
        UUID imef = catalogue.create("/v1/organizations", Kind.ORGANIZATION.body(catalogue));
        UUID one = catalogue.create("/v1/institutional-supports", Kind.SUPPORT.body(catalogue));
        UUID other = catalogue.create(
                "/v1/institutional-supports",
                Kind.SUPPORT.body(catalogue).replaceFirst(catalogue.organization.toString(), imef.toString()));
        String path = "/v1/institutional-supports?program=" + catalogue.program;
        Caller.with(catalogue.coordinator)
                .get(path)
                .then()
                .body("items.id", contains(one.toString(), other.toString()));
        Caller.with(catalogue.coordinator)
                .get(path + "&organization=" + imef)
                .then()
                .body("items.id", contains(other.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "5250000.00, 0, /amount/amount, not-positive",
        "5250000.00, 1000000000000, /amount/amount, too-large",
        "MXN, ZZZ, /amount/currency, currency",
        "2023-12-31, 2023-02-28, /endsOn, in-order"
    })
    void refusesWhatCannotBe(String told, String instead, String pointer, String code) {
        refused(Kind.SUPPORT.body(catalogue).replaceFirst(told, instead), pointer, code);
    }

    @Test
    void refusesWhatHasNotBegunAndWhatIsUnknown() {
        String ahead = LocalDate.now().plusDays(2).toString();
        refused(
                Kind.SUPPORT
                        .body(catalogue)
                        .replace("2023-03-01", ahead)
                        .replace("\"endsOn\": \"2023-12-31\"", "\"endsOn\": null"),
                "/startsOn",
                "future");
        refused(
                Kind.SUPPORT
                        .body(catalogue)
                        .replace(catalogue.program.toString(), UUID.randomUUID().toString()),
                "/program",
                "unknown-reference");
    }

    private void refused(String body, String pointer, String code) {
        Caller.post(catalogue.coordinator)
                .body(body)
                .post("/v1/institutional-supports")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
        Caller.with(catalogue.coordinator)
                .get("/v1/institutional-supports")
                .then()
                .body("items.size()", equalTo(0));
    }
}
