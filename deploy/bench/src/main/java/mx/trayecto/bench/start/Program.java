package mx.trayecto.bench.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Processes;
import mx.trayecto.local.PartName;

/** The programmes' service as the suite starts it, on another port; or the same without what its AOT cache needs. */
record Program(List<String> command, List<String> environment, int port, Path log) {

    static Program of(Ground ground, boolean withoutCache) {
        long original = ground.stack().pid(PartName.PROGRAMS);
        List<String> command = Processes.commandLine(original)
                .filter(argument -> !withoutCache || !isCache(argument))
                .map(argument -> argument.startsWith("-Dtrayecto.part=") ? "-Dtrayecto.part=bench" : argument)
                .toList();
        return new Program(
                command,
                Processes.environment(original).toList(),
                ground.stack().sparePort(20),
                ground.home().resolve("logs/start.log"));
    }

    static boolean isCache(String argument) {
        return argument.startsWith("-XX:AOTCache=") || argument.startsWith("-XX:SharedArchiveFile=");
    }

    Process launch() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        environment.forEach(variable -> {
            int sign = variable.indexOf('=');
            if (sign > 0) {
                builder.environment().put(variable.substring(0, sign), variable.substring(sign + 1));
            }
        });
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
