package mx.trayecto.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The repository this code was built in: where the built parts of the local stack lie. */
record Checkout(Path root) {

    /** From the system property {@code trayecto.root}, else the nearest folder upwards that holds this module. */
    static Checkout find() {
        var given = System.getProperty("trayecto.root");
        if (given != null) {
            return new Checkout(Path.of(given).toAbsolutePath().normalize());
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/local/pom.xml"))) {
                return new Checkout(folder);
            }
        }
        throw new LocalStackException("Not inside a checkout of Trayecto: set the system property trayecto.root.");
    }

    /** The Java that runs this code runs the children too. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A folder that the build of this module makes, such as {@code kafka-lib}. */
    Path built(String name) {
        var path = root.resolve("deploy/local/target").resolve(name);
        if (!Files.exists(path)) {
            throw new LocalStackException(
                    path + " is missing: build it with ./mvnw -pl deploy/local -DskipTests package");
        }
        return path;
    }
}
