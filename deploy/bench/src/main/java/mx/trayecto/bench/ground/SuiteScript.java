package mx.trayecto.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.stack.PartName;

/** The script {@code suite} as a person gives it its commands, on a folder and ports of its own. */
public record SuiteScript(Path root, Path home, int firstPort, Map<String, String> settings) {

    public void run(String... arguments) {
        if (status(arguments) != 0) {
            throw new ProofFailure(
                    "suite " + String.join(" ", arguments) + " failed, see " + home.resolve("bench.log"));
        }
    }

    public int status(String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("suite").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("bench.log").toFile()));
        builder.environment().put("TRAYECTO_HOME", home.toString());
        for (PartName part : PartName.values()) {
            builder.environment()
                    .put("TRAYECTO_" + part.name() + "_PORT", Integer.toString(firstPort + part.ordinal()));
        }
        builder.environment().putAll(settings);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProofFailure("interrupted", e);
        }
    }
}
