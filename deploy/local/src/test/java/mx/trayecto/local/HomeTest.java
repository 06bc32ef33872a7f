package mx.trayecto.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HomeTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() {
        home = Home.open(Checkout.find(), Optional.of(folder.toString()));
    }

    @Test
    void saysThatTheDiskIsFull() {
        home.requireSpace(0);
        var failure = assertThrows(LocalStackException.class, () -> home.requireSpace(Long.MAX_VALUE));
        assertTrue(failure.getMessage().contains("is full"), failure.getMessage());
        assertTrue(failure.getMessage().contains(folder.toString()), failure.getMessage());
    }

    @Test
    void deletesDataAndKeepsKeys() throws Exception {
        var secrets = Secrets.of(home);
        Files.createDirectories(home.data("postgres").resolve("base"));
        Files.writeString(home.data("postgres").resolve("base/1"), "rows");
        home.deleteData();
        assertFalse(home.hasData());
        assertEquals(secrets.masterKey(), Secrets.of(home).masterKey());
    }

    @Test
    void portsComeFromTheCommandLineThenTheEnvironmentThenTheDefaults() throws Exception {
        var line = CommandLine.parse(
                java.util.List.of("run", "--kafka-port=19092"), Set.of(), Set.of(PartName.KAFKA.portOption()));
        var ports = PortTable.of(line, Map.of("TRAYECTO_KAFKA_PORT", "1", "TRAYECTO_GATEWAY_PORT", "18080"));
        assertEquals(19_092, ports.of(PartName.KAFKA));
        assertEquals(18_080, ports.of(PartName.GATEWAY));
        assertEquals(5_433, ports.of(PartName.POSTGRES));
        ports.save(home.run("ports"));
        assertEquals(ports, PortTable.load(home.run("ports")));
    }

    @Test
    void refusesPortsThatAreNoneOrTheSame() {
        var line = CommandLine.parse(java.util.List.of("run"), Set.of(), Set.of());
        for (var port : new String[] {"0", "65536", "http", "5433"}) {
            assertThrows(
                    LocalStackException.class, () -> PortTable.of(line, Map.of("TRAYECTO_KAFKA_PORT", port)), port);
        }
    }
}
