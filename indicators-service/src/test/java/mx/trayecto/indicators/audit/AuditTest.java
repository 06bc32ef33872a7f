package mx.trayecto.indicators.audit;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.achievement.Api;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Promise S7, for indicators: who changed what is told to auditors of the whole tenant, and is whole. */
@QuarkusTest
@TrayectoTest
class AuditTest {
    private static final String PATH = "/v1/audit/indicators";

    private final UUID tenant = UUID.randomUUID();
    private final String auditor = Tokens.auditor(tenant);

    @Test
    void tellsWhoChangedWhatAndIsWhole() {
        String framework = new Api(tenant).make("/v1/frameworks", """
                {"code":"F","title":{"es":"Marco"},"kind":"donor",
                 "results":[{"code":"1","level":"output","title":{"es":"Uno"}}]}""");
        Caller.with(auditor)
                .get(PATH + "?resource=" + framework)
                .then()
                .statusCode(200)
                .body("items.action", contains("setUpFramework"));
        Eventually.get(
                () -> Caller.with(auditor).get(PATH + "/verification").path("entries"), marked -> (int) marked == 2);
        assertEquals(List.of(), Caller.with(auditor).get(PATH + "/verification").path("breaks"));
        Caller.with(Tokens.auditor(UUID.randomUUID()))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", empty());
        Caller.with(Tokens.of("audit:read", tenant, UUID.randomUUID()))
                .get(PATH)
                .then()
                .statusCode(403);
        Caller.with(Tokens.analyst(tenant)).get(PATH).then().statusCode(403);
    }
}
