package mx.trayecto.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class ServiceEnvironmentTest {

    @TempDir
    Path folder;

    private RolePasswords passwords;
    private ServiceEnvironment environment;

    @BeforeEach
    void aNewHome() {
        var home = Home.open(Checkout.find(), Optional.of(folder.toString()));
        var ports = PortTable.of(CommandLine.parse(List.of(), Set.of(), Set.of()), Map.of());
        passwords = Secrets.of(home).passwords();
        environment = new ServiceEnvironment(home, ports);
    }

    @ParameterizedTest
    @EnumSource(names = {"PARTICIPANTS", "PROGRAMS", "INDICATORS"})
    void aServiceGetsItsOwnPasswordsAndThoseOfTheKeyStore(PartName service) {
        assertEquals(
                Map.of(
                        "TRAYECTO_POSTGRES_OWNER_PASSWORD", passwords.of(service + "_owner"),
                        "TRAYECTO_POSTGRES_RUNTIME_PASSWORD", passwords.of(service + "_runtime"),
                        "TRAYECTO_POSTGRES_WORKER_PASSWORD", passwords.of(service + "_worker"),
                        "TRAYECTO_KEYS_OWNER_PASSWORD", passwords.of("keys_owner"),
                        "TRAYECTO_KEYS_RUNTIME_PASSWORD", passwords.of("keys_runtime")),
                passwordsOf(service));
        assertFalse(environment.of(service).containsValue(passwords.superuser()));
    }

    @Test
    void theGatewayKnowsNoDatabaseAndNoKey() {
        var names = new TreeSet<>(environment.of(PartName.GATEWAY).keySet());
        names.removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("TRAYECTO_GATEWAY_"));
        assertEquals(Set.of(), names);
    }

    @Test
    void participantsKnowsWhereProgramsListens() {
        var setting = "TRAYECTO_ELSEWHERE_PROGRAMS_URL";
        assertEquals(
                "http://127.0.0.1:8082", environment.of(PartName.PARTICIPANTS).get(setting));
        assertFalse(environment.of(PartName.INDICATORS).containsKey(setting));
    }

    private Map<String, String> passwordsOf(PartName service) {
        var variables = environment.of(service);
        variables.keySet().removeIf(name -> !name.endsWith("PASSWORD"));
        return variables;
    }
}
