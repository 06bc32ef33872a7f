package mx.trayecto.programs.agreement;

import java.sql.SQLException;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

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
                    .body("{\"documents\": [{\"title\": \"x\", \"sha256\": \"" + "ab".repeat(32)
                            + "\", \"reference\": \"" + wrong + "\"}]}")
                    .patch("/v1/agreements/" + id)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/documents/0/reference"));
        }
    }

    @Test
    void namesNoDocumentWithoutReferenceAndHash() {
        Catalogue catalogue = new Catalogue();
        Caller.post(catalogue.coordinator)
                .body(Kind.AGREEMENT
                        .body(catalogue)
                        .replaceFirst("\"documents\": .*]", "\"documents\": [{\"title\": \"Convenio firmado\"}]"))
                .post("/v1/agreements")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/documents/0/reference", "/documents/0/sha256"))
                .body("errors.code", everyItem(equalTo("required")));
        for (String wrong :
                new String[] {"AB".repeat(32), "ab".repeat(31), "ab".repeat(33), "sha256:" + "ab".repeat(32)}) {
            Caller.post(catalogue.coordinator)
                    .body(Kind.AGREEMENT.body(catalogue).replace("ab".repeat(32), wrong))
                    .post("/v1/agreements")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/documents/0/sha256"));
        }
    }

    /** One was signed when a title was enough: it can be changed still, but for its documents. */
    @Test
    void keepsTheDocumentsItHadBefore() throws SQLException {
        Catalogue catalogue = new Catalogue();
        String one = "/v1/agreements/" + catalogue.create("/v1/agreements", Kind.AGREEMENT.body(catalogue));
        Database.query(
                "programs",
                "UPDATE agreement SET documents = '[{\"title\": \"Acta\"}]' WHERE id = ? RETURNING id",
                UUID.fromString(one.substring(one.lastIndexOf('/') + 1)));
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body("{\"endsOn\": \"2025-12-31\"}")
                .patch(one)
                .then()
                .statusCode(200)
                .body("endsOn", equalTo("2025-12-31"), "documents.title", contains("Acta"))
                .body("documents[0].sha256", nullValue());
        Caller.patch(catalogue.coordinator, "\"v1\"")
                .body("{\"documents\": [{\"title\": \"Acta\"}, {\"title\": \"Otra\"}]}")
                .patch(one)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/documents/1/reference", "/documents/1/sha256"));
        Caller.patch(catalogue.coordinator, "\"v1\"")
                .body("{\"documents\": [{\"title\": \"Otra\"}]}")
                .patch(one)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/documents/0/reference", "/documents/0/sha256"));
        Caller.patch(catalogue.coordinator, "\"v1\"")
                .body("{\"startsOn\": \"2026-01-01\"}")
                .patch(one)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/endsOn"));
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
