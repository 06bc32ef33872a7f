package mx.trayecto.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the script {@code suite} does before any Java runs. */
class ScriptTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatItNeedsWhenTheGivenJdkIsNone() throws Exception {
        var output = failing(Map.of("TRAYECTO_JAVA_HOME", folder.toString()));
        assertTrue(output.contains("is not a JDK of version 25 or later"), output);
    }

    @Test
    void doesNotTakeAnOlderJdk() throws Exception {
        var bin = Files.createDirectories(folder.resolve("bin"));
        for (var program : new String[] {"java", "javac"}) {
            Files.createFile(
                    bin.resolve(program),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"21.0.9\"\n");
        var output = failing(Map.of("TRAYECTO_JAVA_HOME", folder.toString()));
        assertTrue(output.contains("is not a JDK of version 25 or later"), output);
    }

    @Test
    void findsItsCheckoutThroughLinksFromAnotherFolder() throws Exception {
        var checkout = Files.createDirectories(folder.resolve("the checkout"));
        Files.copy(Checkout.find().root().resolve("suite"), checkout.resolve("suite"));
        var wrapper = Files.writeString(checkout.resolve("mvnw"), "#!/bin/sh\npwd -P\n");
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        var deep = Files.createDirectories(folder.resolve("deep/er"));
        var tools = Files.createSymbolicLink(folder.resolve("tools"), deep);
        Files.createSymbolicLink(deep.resolve("trayecto"), Path.of("../../the checkout/suite"));
        var link = Files.createSymbolicLink(folder.resolve("trayecto"), tools.resolve("trayecto"));

        var builder = new ProcessBuilder(link.toString(), "test")
                .directory(deep.toFile())
                .redirectErrorStream(true);
        builder.environment().put("TRAYECTO_JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        assertEquals(
                checkout.toRealPath() + "\n",
                new String(process.getInputStream().readAllBytes()));
        assertEquals(0, process.waitFor());
    }

    private static String failing(Map<String, String> environment) throws Exception {
        var script = Checkout.find().root().resolve("suite").toString();
        var builder = new ProcessBuilder(script, "help").redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertEquals(1, process.waitFor(), output);
        return output;
    }
}
