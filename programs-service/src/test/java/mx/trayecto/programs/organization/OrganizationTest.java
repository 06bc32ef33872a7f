package mx.trayecto.programs.organization;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@TrayectoTest
class OrganizationTest {
    @Test
    void isNeverItsOwnAncestorOrSuccessor() {
        Catalogue catalogue = new Catalogue();
        UUID child = catalogue.create("/v1/organizations", Kind.ORGANIZATION.body(catalogue));
        for (String patch : new String[] {"{\"parent\": \"%s\"}", "{\"succeededBy\": \"%s\"}"}) {
            Caller.patch(catalogue.coordinator, "\"v0\"")
                    .body(patch.formatted(child))
                    .patch("/v1/organizations/" + (patch.contains("parent") ? catalogue.organization : child))
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("circle"));
        }
    }

    @Test
    void losesWhatAPatchSetsToNull() {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/organizations", Kind.ORGANIZATION.body(catalogue));
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body("{\"parent\": null, \"municipality\": null, \"name\": {\"en\": null}}")
                .patch("/v1/organizations/" + id)
                .then()
                .statusCode(200)
                .body("parent", nullValue())
                .body("municipality", nullValue())
                .body("name.es", equalTo("ProSociedad"))
                .body("name.en", nullValue());
    }
}
