package mx.trayecto.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The committed contract is what the service offers. {@code -Dcontract.update=true} writes it anew. */
public abstract class ContractDrift {
    private final Path committed;

    protected ContractDrift(String service) {
        committed = Path.of("openapi", service + ".yaml");
    }

    @Test
    void theCommittedContractIsWhatTheServiceOffers() throws IOException {
        String offered = RestAssured.given()
                        .accept("application/yaml")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .stripTrailing()
                + "\n";
        if (Boolean.getBoolean("contract.update")) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, offered);
        }
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        assertEquals(
                yaml.readTree(Files.exists(committed) ? Files.readString(committed) : ""),
                yaml.readTree(offered), // as trees: the order of components says nothing
                "the contract has drifted; look at the change and commit it with -Dcontract.update=true");
    }
}
