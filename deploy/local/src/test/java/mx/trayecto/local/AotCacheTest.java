package mx.trayecto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AotCacheTest {

    /** The program that is trained. */
    public static class Greeting {
        public static void main(String[] arguments) {
            System.out.println("Hola");
        }
    }

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @TempDir
    Path folder;

    private Path jar;
    private AotCache cache;

    @BeforeEach
    void aTrainedProgram() throws Exception {
        jar = jar(folder.resolve("quarkus-run.jar"));
        cache = new AotCache(jar);
        assertEquals(List.of(), cache.use());
        run(OPTIONS, cache.training());
        cache.keep();
    }

    @Test
    void aJvmTakesClassesFromItAndSaysNothing() throws Exception {
        assertTrue(
                cache.refusal(OPTIONS).isEmpty(), () -> cache.refusal(OPTIONS).toString());
        assertEquals("Hola\n", run(OPTIONS, cache.use()));
        var loaded = run(OPTIONS, List.of("-Xlog:class+load"), cache.use());
        assertTrue(loaded.matches("(?s).*AotCacheTest\\$Greeting source: shared objects file.*"), loaded);
    }

    @Test
    void otherOptionsAreRefusedWithAReasonAndStartAllTheSame() throws Exception {
        var others = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
        var reason = cache.refusal(others).orElseThrow();
        assertTrue(reason.contains("UseCompactObjectHeaders setting"), reason);
        assertEquals("Hola\n", run(others, cache.use()));
    }

    @Test
    void aDamagedOneIsRefusedWithAReason() throws Exception {
        Files.write(cache.file(), new byte[100]);
        assertTrue(cache.refusal(OPTIONS).isPresent());
        assertEquals("Hola\n", run(OPTIONS, cache.use()));
    }

    @Test
    void isNoneForAJarThatIsNewer() throws IOException {
        assertTrue(cache.present());
        Files.setLastModifiedTime(
                jar, FileTime.fromMillis(Files.getLastModifiedTime(cache.file()).toMillis() + 1));
        assertFalse(cache.present());
        assertEquals(List.of(), cache.use());
    }

    @Test
    void takesThePlaceOfOthersAndIsMissedWhereNoneWasMade() throws Exception {
        var other = Files.writeString(folder.resolve("24.0.2+12.aot"), "of another JDK");
        run(OPTIONS, cache.training());
        cache.keep();
        assertFalse(Files.exists(other));
        assertTrue(cache.present());
        assertThrows(LocalStackException.class, cache::keep);
    }

    @SafeVarargs
    private String run(List<String>... options) throws Exception {
        var command = new ArrayList<>(List.of(Checkout.java()));
        for (var some : options) {
            command.addAll(some);
        }
        command.addAll(List.of("-jar", jar.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private static Path jar(Path file) throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Greeting.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, "app/greeting.jar");
        var name = Greeting.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var content = AotCacheTest.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            content.transferTo(jar);
        }
        return file;
    }
}
