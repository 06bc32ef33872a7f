package mx.trayecto.platform.production;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProductionReadinessTest {
    private static Map<String, String> safe() {
        byte[] key = new byte[32];
        new Random(7).nextBytes(key);
        String text = Base64.getEncoder().encodeToString(key);
        return new HashMap<>(Map.of(
                "quarkus.oidc.auth-server-url", "https://identity.example/realms/trayecto",
                "quarkus.oidc.token.issuer", "https://identity.example/realms/trayecto",
                "trayecto.crypto.master-key", text,
                "trayecto.crypto.index-key", text,
                "trayecto.postgres.runtime-password", "a-long-enough-password",
                "trayecto.postgres.worker-password", "a-long-enough-password"));
    }

    private static List<String> unsafe(Map<String, String> settings) {
        return ProductionReadiness.unsafe(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build(),
                List.of(config -> config.getOptionalValue("trayecto.own", String.class).stream()
                        .map(value -> "trayecto.own is " + value)
                        .toList()));
    }

    @Test
    void startsWhereEverySettingIsSafe() {
        assertEquals(List.of(), unsafe(safe()));
    }

    @Test
    void refusesTheDevelopmentKey() {
        Map<String, String> settings = safe();
        settings.put("quarkus.oidc.public-key", "MIIB");
        assertTrue(unsafe(settings).getFirst().contains("quarkus.oidc.public-key"));
    }

    @Test
    void refusesSabotage() {
        Map<String, String> settings = safe();
        settings.put("trayecto.sabotage", "mark-before-ack");
        assertTrue(unsafe(settings).getFirst().contains("trayecto.sabotage"));
    }

    @Test
    void asksTheServiceAboutItsOwnSettings() {
        Map<String, String> settings = safe();
        settings.put("trayecto.own", "unsafe");
        assertEquals(List.of("trayecto.own is unsafe"), unsafe(settings));
    }

    @Test
    void namesAllThatIsUnsafeAtOnce() {
        assertEquals(5, unsafe(Map.of()).size());
        Map<String, String> settings = safe();
        settings.put("quarkus.oidc.token.issuer", "https://trayecto.local");
        settings.put("trayecto.crypto.master-key", Base64.getEncoder().encodeToString(new byte[32]));
        assertEquals(2, unsafe(settings).size());
    }
}
