package mx.trayecto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BuildTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path root;

    private Build build;

    @BeforeEach
    void aCheckoutBuiltAfterItsLastChange() throws IOException {
        build = new Build(new Checkout(root), false);
        write("pom.xml", BUILT.minusSeconds(60));
        write("platform/src/main/java/Outbox.java", BUILT.minusSeconds(60));
        write("programs-service/src/main/java/Cohort.java", BUILT.minusSeconds(60));
        jar("programs-service");
    }

    @Test
    void leavesAloneWhatIsUpToDate() throws IOException {
        write("programs-service/src/test/java/CohortTest.java", BUILT.plusSeconds(1));
        write("programs-service/target/classes/Cohort.class", BUILT.plusSeconds(1));
        assertFalse(build.stale(PartName.PROGRAMS));
    }

    @Test
    void buildsWhatChanged() throws IOException {
        write("programs-service/openapi/programs.yaml", BUILT.plusSeconds(1));
        assertTrue(build.stale(PartName.PROGRAMS));
    }

    @Test
    void buildsWhatRestsOnAChangedPlatform() throws IOException {
        write("platform/src/main/java/Outbox.java", BUILT.plusSeconds(1));
        assertTrue(build.stale(PartName.PROGRAMS));
    }

    @Test
    void buildsTheGatewayWhenAContractChanged() throws IOException {
        jar("gateway");
        assertFalse(build.stale(PartName.GATEWAY));
        write("programs-service/openapi/programs.yaml", BUILT.plusSeconds(1));
        assertTrue(build.stale(PartName.GATEWAY));
    }

    @Test
    void buildsWhatIsMissing() throws IOException {
        Files.delete(root.resolve("programs-service/target/quarkus-app/quarkus-run.jar"));
        assertTrue(build.stale(PartName.PROGRAMS));
    }

    private void jar(String module) throws IOException {
        var file = root.resolve(module + "/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(file.getParent());
        Files.writeString(file, module);
        Files.setLastModifiedTime(file, FileTime.from(BUILT));
    }

    private void write(String name, Instant time) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
