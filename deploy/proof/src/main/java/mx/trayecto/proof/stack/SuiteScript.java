package mx.trayecto.proof.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.ProofFailure;

/**
 * The script {@code suite} as a person gives it its commands, on a folder and ports of its own.
 *
 * @param root the checkout, built
 * @param firstPort the first of six
 * @param settings further environment of the services
 */
public record SuiteScript(Path root, Path home, int firstPort, Map<String, String> settings) {

    /** @throws ProofFailure where its exit status is not 0 */
    public void run(String... arguments) {
        require(status(arguments), arguments);
    }

    /** @return its exit status */
    public int status(String... arguments) {
        return end(start(Redirect.appendTo(log().toFile()), arguments));
    }

    /** What a command said and how it ended. */
    public record Answer(int status, String told) {}

    /** @return what it printed on its standard output */
    String told(String... arguments) {
        Answer answer = answer(arguments);
        require(answer.status(), arguments);
        return answer.told();
    }

    Answer answer(String... arguments) {
        Process process = start(Redirect.PIPE, arguments);
        try {
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(end(process), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port(PartName part) {
        return firstPort + part.ordinal();
    }

    private Path log() {
        return home.resolve("suite.log");
    }

    private Process start(Redirect output, String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("suite").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output).redirectError(Redirect.appendTo(log().toFile()));
        builder.environment().put("TRAYECTO_HOME", home.toString());
        for (PartName part : PartName.values()) {
            builder.environment().put(part.portVariable(), Integer.toString(port(part)));
        }
        builder.environment().putAll(settings);
        try {
            Files.createDirectories(home);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int end(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProofFailure("interrupted", e);
        }
    }

    private void require(int status, String... arguments) {
        if (status != 0) {
            throw new ProofFailure("suite " + String.join(" ", arguments) + " failed, see " + log());
        }
    }
}
