package mx.trayecto.programs.agreement;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TrayectoTest
class AgreementTest {
    @Test
    void keepsItsNumberAndItsAmountsAsPrinted() {
        Catalogue catalogue = new Catalogue();
        Caller.with(catalogue.coordinator)
                .get("/v1/agreements/" + catalogue.agreement)
                .then()
                .statusCode(200)
                .body("number", equalTo("00111079"))
                .body("amounts.amount", contains("1600000.00", "88008.80"))
                .body("amounts.currency", contains("MXN", "USD"));
    }

    /** They are kept elsewhere: what stands here leads there, and nowhere else. */
    @Test
    void tellsWhatItIsSetDownIn() {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/agreements", Kind.AGREEMENT.body(catalogue));
        Caller.with(catalogue.coordinator)
                .get("/v1/agreements/" + id)
                .then()
                .body("documents.title", contains("Convenio firmado"))
                .body("documents[0].sha256", equalTo("ab".repeat(32)));
        for (String wrong : new String[] {"javascript:alert(1)", "data:text/html,x"}) {
            Caller.patch(catalogue.coordinator, "\"v0\"")
                    .body("{\"documents\": [{\"title\": \"x\", \"reference\": \"" + wrong + "\"}]}")
                    .patch("/v1/agreements/" + id)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/documents/0/reference"));
        }
    }

    @Test
    void sharesItsNumberWithNoOtherOfItsTenant() {
        Catalogue catalogue = new Catalogue();
        Caller.post(catalogue.coordinator)
                .body(Kind.AGREEMENT.body(catalogue).replace("00222", "00111079"))
                .post("/v1/agreements")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-exists"))
                .body("errors[0].pointer", equalTo("/number"))
                .header("Location", endsWith("/v1/agreements/" + catalogue.agreement));
        UUID another = catalogue.create("/v1/agreements", Kind.AGREEMENT.body(catalogue));
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body("{\"number\": \"00111079\"}")
                .patch("/v1/agreements/" + another)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-exists"))
                .header("Location", endsWith("/v1/agreements/" + catalogue.agreement));
    }
}
