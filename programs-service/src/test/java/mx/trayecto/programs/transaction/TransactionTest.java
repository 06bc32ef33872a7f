package mx.trayecto.programs.transaction;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@TrayectoTest
class TransactionTest {
    @Test
    void keepsItsAmountAsItStandsInTheAccounts() {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/transactions", Kind.TRANSACTION.body(catalogue));
        Caller.with(catalogue.coordinator)
                .get("/v1/transactions/" + id)
                .then()
                .statusCode(200)
                .body("amount.amount", equalTo("800000.00"))
                .body("valueOn", equalTo("2024-06-14"))
                .body("document.reference", equalTo("SHP/118/2024"));
        String back = Kind.TRANSACTION.body(catalogue).replace("D-1", "D-2").replace("800000.00", "-50000.5");
        UUID taken = catalogue.create("/v1/transactions", back);
        Caller.with(catalogue.coordinator)
                .get("/v1/transactions?agreement=" + catalogue.agreement)
                .then()
                .body("items.id", contains(id.toString(), taken.toString()))
                .body("items[1].amount.amount", equalTo("-50000.50"));
        UUID other = catalogue.create("/v1/agreements", Kind.AGREEMENT.body(catalogue));
        Caller.with(catalogue.coordinator)
                .get("/v1/transactions?agreement=" + other)
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void isFoundUnderItsReferenceWhenItIsSentAgain() {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/transactions", Kind.TRANSACTION.body(catalogue));
        Caller.post(catalogue.coordinator)
                .body(Kind.TRANSACTION.body(catalogue))
                .post("/v1/transactions")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-exists"))
                .header("Location", endsWith("/v1/transactions/" + id));
    }

    @ParameterizedTest
    @CsvSource({
        "800000.00, 0.00, /amount/amount, zero",
        "MXN, XXX, /amount/currency, currency",
        "disbursement, gift, /kind, type",
        "2024-06-14, 1812-06-14, /on, business-date"
    })
    void refusesWhatCannotBe(String told, String instead, String pointer, String code) {
        Catalogue catalogue = new Catalogue();
        Caller.post(catalogue.coordinator)
                .body(Kind.TRANSACTION.body(catalogue).replaceFirst(told, instead))
                .post("/v1/transactions")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }
}
