package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds the services whose jars are missing or older than their sources. */
record Build(Checkout checkout, boolean offline) {

    static Path jar(Checkout checkout, PartName service) {
        return checkout.root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    void bringUpToDate(List<PartName> names) {
        var stale = names.stream()
                .filter(PartName::isService)
                .filter(this::stale)
                .map(PartName::module)
                .toList();
        if (!stale.isEmpty()) {
            Terminal.say("Building " + String.join(", ", stale) + " ...");
            var start = FileTime.fromMillis(System.currentTimeMillis());
            run(command(stale));
            names.stream()
                    .filter(name -> stale.contains(name.module()))
                    .forEach(name -> date(jar(checkout, name), start));
        }
    }

    private List<String> command(List<String> modules) {
        var command = new ArrayList<>(
                List.of("./mvnw", "-B", "-ntp", "-DskipTests", "-Dspotless.check.skip", "package", "-am", "-pl"));
        command.add(String.join(",", modules));
        if (offline) {
            command.add("-o");
        }
        return command;
    }

    private void run(List<String> command) {
        var builder =
                new ProcessBuilder(command).directory(checkout.root().toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            if (builder.start().waitFor() != 0) {
                throw new LocalStackException("The build failed: see above. Nothing was started.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The build was interrupted.", e);
        }
    }

    boolean stale(PartName service) {
        var jar = jar(checkout, service);
        try {
            if (!Files.exists(jar)) {
                return true;
            }
            var built = Files.getLastModifiedTime(jar);
            for (var source : sources(service)) {
                if (changedSince(built, checkout.root().resolve(source))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service is made from; the gateway serves the contracts of all. */
    private static List<String> sources(PartName service) {
        var sources = new ArrayList<>(List.of("pom.xml", "platform", service.module()));
        if (service == PartName.GATEWAY) {
            Arrays.stream(PartName.values())
                    .filter(PartName::isService)
                    .forEach(name -> sources.add(name.module() + "/openapi"));
        }
        return sources;
    }

    /** Whether a file or anything below a folder is newer, the build's own output apart. */
    private static boolean changedSince(FileTime built, Path place) throws IOException {
        if (!Files.exists(place)) {
            return false;
        }
        var found = new boolean[1];
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var output = folder.endsWith("target") || folder.endsWith("src/test");
                return output ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found[0] = attributes.lastModifiedTime().compareTo(built) > 0;
                return found[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        return found[0];
    }

    /** Dates it by the start of its build: sources edited meanwhile are newer, and a jar left as it was is not old. */
    private static void date(Path jar, FileTime time) {
        try {
            Files.setLastModifiedTime(jar, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
