package mx.trayecto.indicators;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;

import mx.trayecto.indicators.achievement.Api;
import mx.trayecto.platform.testing.CompartmentMatrix;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

/** Every operation of this service, seen from other tenants. */
@QuarkusTest
@TrayectoTest
class MatrixTest extends CompartmentMatrix {
    private static final String EVIDENCE =
            "{\"title\":\"Informe\",\"reference\":\"SISEMH/3\",\"sha256\":\"" + "ab".repeat(32) + "\"}";

    private final UUID tenant = UUID.randomUUID();

    @Override
    protected Map<String, String> samples() {
        Api api = new Api(tenant);
        String framework = api.make("/v1/frameworks", """
                {"code":"F","title":{"es":"Marco"},"kind":"donor",
                 "results":[{"code":"1","level":"output","title":{"es":"Uno"}}]}""");
        String indicator = api.make("/v1/indicators", """
                {"framework":"%s","result":"1","code":"1.1","title":{"es":"Indicador"},"measureKind":"count",
                 "countingBasis":"persons"}""".formatted(framework));
        String reported = api.make("/v1/indicators/" + indicator + "/reported-values", """
                {"value":{"kind":"number","number":3},"evidence":%s}""".formatted(EVIDENCE));
        Map<String, String> samples = new HashMap<>();
        for (String name : new String[] {"", "/achievement"}) {
            samples.put("/v1/frameworks/{id}" + name, "/v1/frameworks/" + framework + name);
        }
        for (String name : new String[] {"", "/provenance", "/targets", "/values"}) {
            samples.put("/v1/indicators/{id}" + name, "/v1/indicators/" + indicator + name);
        }
        String values = "/v1/indicators/" + indicator + "/reported-values";
        samples.put("/v1/indicators/{indicator}/reported-values", values);
        samples.put("/v1/indicators/{indicator}/reported-values/{id}", values + "/" + reported);
        samples.put("/v1/indicators/{indicator}/reported-values/{id}/review", values + "/" + reported + "/review");
        return samples;
    }

    @Override
    protected Map<String, String> bodies() {
        return Map.of(
                "reportValue", "{\"percent\":100,\"evidence\":" + EVIDENCE + "}",
                "reviewValue", "{\"decision\":\"accepted\"}",
                "setTargets", "{\"targets\":[]}",
                "changeIndicator", "{\"code\":\"9\"}",
                "changeFramework", "{\"code\":\"G\"}");
    }

    @Override
    protected Map<String, String> outsiders() {
        String every = "indicators:read indicators:write indicators:review reports:read releases:publish audit:read";
        return Map.of(
                "another tenant", Tokens.of(every, UUID.randomUUID()),
                "a third tenant's centre", Tokens.of(every, UUID.randomUUID(), UUID.randomUUID()));
    }
}
