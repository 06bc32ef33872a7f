package mx.trayecto.programs.transaction;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@TrayectoTest
class TransactionTest {
    private static final List<String> KINDS =
            List.of("incoming-commitment", "incoming-funds", "commitment", "disbursement", "expenditure");
    private static final List<String> CURRENCIES = List.of("MXN", "USD");

    private static Catalogue filled;

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

    /** Each kind and currency by itself, twice: a peso is no dollar, and what was promised is not what was spent. */
    @ParameterizedTest
    @MethodSource("kindsAndCurrencies")
    void isAddedUpWithItsKindAndCurrencyAlone(String kind, String currency) {
        Catalogue catalogue = everyKindInEveryCurrency();
        ValidatableResponse totals = Caller.with(catalogue.coordinator)
                .get("/v1/transactions/totals?agreement=" + catalogue.agreement)
                .then()
                .statusCode(200)
                .body("items", hasSize(KINDS.size() * CURRENCIES.size()));
        BigDecimal both = amount(kind, currency).add(new BigDecimal("-0.50"));
        totals.root("items.find { it.kind == '" + kind + "' && it.amount.currency == '" + currency + "' }")
                .body("amount.amount", equalTo(both.toPlainString()))
                .body("transactions", equalTo(2));
    }

    static Stream<Arguments> kindsAndCurrencies() {
        return KINDS.stream().flatMap(kind -> CURRENCIES.stream().map(currency -> Arguments.of(kind, currency)));
    }

    private static Catalogue everyKindInEveryCurrency() {
        if (filled == null) {
            filled = new Catalogue();
            for (String kind : KINDS) {
                for (String currency : CURRENCIES) {
                    record(filled, kind, amount(kind, currency).toPlainString(), currency);
                    record(filled, kind, "-0.50", currency);
                }
            }
        }
        return filled;
    }

    /** One of its own for each, so that a sum over two of them would be none of these. */
    private static BigDecimal amount(String kind, String currency) {
        return BigDecimal.TEN
                .pow(KINDS.indexOf(kind) * CURRENCIES.size() + CURRENCIES.indexOf(currency))
                .setScale(2);
    }

    private static void record(Catalogue catalogue, String kind, String amount, String currency) {
        catalogue.create("/v1/transactions", """
                {"agreement": "%s", "kind": "%s", "on": "2024-06-14", "amount": {"amount": "%s", "currency": "%s"}}""".formatted(catalogue.agreement, kind, amount, currency));
    }

    /** PROABIM took the place of PFTPG in 2023 under S010: the money of the one and the other is found by the key. */
    @Test
    void isFoundByTheBudgetKeyOfItsAgreementAndOfTheOneThatTookItsPlace() {
        Catalogue catalogue = new Catalogue();
        UUID earlier = catalogue.create("/v1/agreements", Kind.AGREEMENT.body(catalogue));
        UUID later = catalogue.create(
                "/v1/agreements",
                Kind.AGREEMENT
                        .body(catalogue)
                        .replace("00222", "00223")
                        .replace("\"budgetKey\": \"S010\"", "\"succeeds\": \"" + earlier + "\""));
        String body = Kind.TRANSACTION.body(catalogue);
        String ofTheEarlier = body.replace(catalogue.agreement.toString(), earlier.toString());
        String ofTheLater = body.replace(catalogue.agreement.toString(), later.toString());
        catalogue.create("/v1/transactions", body);
        UUID one = catalogue.create("/v1/transactions", ofTheEarlier);
        UUID other = catalogue.create("/v1/transactions", ofTheLater);
        Caller.with(catalogue.coordinator)
                .get("/v1/transactions?budgetKey=S010")
                .then()
                .body("items.id", contains(one.toString(), other.toString()));
        Caller.with(catalogue.coordinator)
                .get("/v1/transactions/totals?budgetKey=S010")
                .then()
                .body("items.amount.amount", contains("1600000.00"));
        Caller.with(catalogue.coordinator)
                .get("/v1/transactions?budgetKey=S010&agreement=" + later)
                .then()
                .body("items.id", contains(other.toString()));
        Caller.with(catalogue.coordinator)
                .get("/v1/transactions?budgetKey=DEMASIADO-LARGA&agreement=x")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2));
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
