package mx.trayecto.participants.arco;

import java.util.List;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ElsewhereCheckTest {
    private static List<String> unsafe(Map<String, String> settings) {
        return new ElsewhereCheck()
                .unsafe(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://programs-service:8082",
                "http://programs-service.trayecto.svc:8082",
                "http://programs-service.trayecto.svc.cluster.local",
                "https://programs.trayecto.example.org"
            })
    void takesTheClusterAndWhatIsEncrypted(String url) {
        assertEquals(List.of(), unsafe(Map.of("trayecto.elsewhere.programs-url", url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8082",
                "http://LOCALHOST:8082",
                "https://localhost",
                "http://127.0.0.1:8082",
                "https://[::1]:8082",
                "http://10.0.0.7:8082",
                "http://programs.trayecto.example.org",
                "http://programs-service.svc.example.org",
                "https://somebody@programs.example.org",
                "https://programs.example.org?a=b",
                "ftp://programs-service",
                "programs-service:8082",
                "not an address"
            })
    void refusesWhatOthersMayHearOrNobodyAnswers(String url) {
        assertEquals(1, unsafe(Map.of("trayecto.elsewhere.programs-url", url)).size());
    }

    @Test
    void refusesWhatIsNotSet() {
        assertEquals(1, unsafe(Map.of()).size());
    }
}
