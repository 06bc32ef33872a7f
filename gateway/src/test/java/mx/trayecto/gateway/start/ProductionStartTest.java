package mx.trayecto.gateway.start;

import java.util.List;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;

class ProductionStartTest {
    @Test
    void allowsAProviderReachedSafely() {
        assertThat(unsafe(Map.of("quarkus.oidc.auth-server-url", "https://login.example.mx/realms/trayecto")), empty());
    }

    @Test
    void refusesTheDevelopmentKey() {
        assertThat(
                unsafe(Map.of(
                        "quarkus.oidc.auth-server-url", "https://login.example.mx",
                        "quarkus.oidc.public-key", "MII")),
                contains(containsString("quarkus.oidc.public-key")));
    }

    @Test
    void refusesToStartWithoutAProvider() {
        assertThat(unsafe(Map.of()), contains(containsString("quarkus.oidc.auth-server-url")));
    }

    @Test
    void refusesAProviderInClearText() {
        assertThat(
                unsafe(Map.of("quarkus.oidc.auth-server-url", "http://login.example.mx")),
                contains(containsString("not https")));
    }

    @Test
    void refusesTheDevelopmentIssuer() {
        assertThat(
                unsafe(Map.of(
                        "quarkus.oidc.auth-server-url", "https://login.example.mx",
                        "quarkus.oidc.token.issuer", "https://trayecto.local")),
                contains(containsString("development tokens")));
    }

    private static List<String> unsafe(Map<String, String> settings) {
        return ProductionStart.unsafe(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .addDiscoveredConverters()
                .build());
    }
}
