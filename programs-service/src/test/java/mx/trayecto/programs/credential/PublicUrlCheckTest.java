package mx.trayecto.programs.credential;

import java.util.List;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PublicUrlCheckTest {
    private static List<String> unsafe(Map<String, String> settings) {
        return new PublicUrlCheck()
                .unsafe(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://trayecto.jalisco.gob.mx", "https://apps.example.org:8443/trayecto/"})
    void takesWhatThePublicReaches(String url) {
        assertEquals(List.of(), unsafe(Map.of("trayecto.credentials.public-url", url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://trayecto.example.org",
                "https://localhost",
                "https://LOCALHOST:8443",
                "https://trayecto.localhost",
                "https://trayecto.local",
                "https://127.0.0.1",
                "https://0.0.0.0",
                "https://[::1]:8080",
                "https:///v1",
                "https://trayecto.example.org?a=b",
                "trayecto.example.org",
                "not an address"
            })
    void refusesWhatItDoesNot(String url) {
        assertEquals(1, unsafe(Map.of("trayecto.credentials.public-url", url)).size());
    }

    @Test
    void refusesWhatIsNotSet() {
        assertEquals(1, unsafe(Map.of()).size());
    }
}
