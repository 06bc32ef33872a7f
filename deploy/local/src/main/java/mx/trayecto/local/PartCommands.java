package mx.trayecto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** {@code status}, {@code logs}, {@code start}, {@code restart} and {@code stop}. */
record PartCommands(Session session) {

    /** Status 0 only if every part is ready. */
    int status() {
        var allReady = true;
        Terminal.say("%-13s %-9s %6s %8s".formatted("part", "state", "port", "process"));
        for (var part : session.stack().parts()) {
            var state = part.state();
            allReady &= state == Part.State.READY;
            var pid = part.running().map(daemon -> Long.toString(daemon.pid())).orElse("");
            Terminal.say("%-13s %-9s %6d %8s"
                    .formatted(
                            part.name(), state.name().toLowerCase(Locale.ROOT).replace('_', '-'), part.port(), pid));
        }
        return allReady ? 0 : 1;
    }

    int logs() throws IOException, InterruptedException {
        var log = session.stack().part(onlyName()).log();
        if (!Files.exists(log)) {
            throw new LocalStackException("There is no log yet: " + log + ".");
        }
        var follow = session.line().has("f") || session.line().has("follow") ? "-F" : "-n100";
        return new ProcessBuilder("tail", "-n100", follow, log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    int start() {
        try (var lock = ChangeLock.take(session.home())) {
            var due = names().stream()
                    .filter(name -> session.stack().notRunning().contains(name))
                    .toList();
            if (due.isEmpty()) {
                Terminal.say("Already running: " + Terminal.list(names()) + ".");
            }
            start(due);
            return 0;
        }
    }

    int restart() {
        try (var lock = ChangeLock.take(session.home())) {
            session.stack().stop(names());
            start(names());
            return 0;
        }
    }

    /** Those that run among them, with what their settings are now. */
    void restartRunning(List<PartName> names) {
        try (var lock = ChangeLock.take(session.home())) {
            var running = names.stream()
                    .filter(name -> !session.stack().notRunning().contains(name))
                    .toList();
            session.stack().stop(running);
            session.stack().start(running);
        }
    }

    int stop() {
        try (var lock = ChangeLock.take(session.home())) {
            var names = session.line().words().isEmpty() ? List.of(PartName.values()) : names();
            if (!session.stack().runs()) {
                Terminal.say("Trayecto is not running.");
            }
            session.stack().stop(names);
            if (session.foreground().killed()) {
                session.foreground().leave();
            }
            return 0;
        }
    }

    private void start(List<PartName> names) {
        session.home().requireSpace();
        session.build(names);
        session.ports().save(session.home().run("ports"));
        session.stack().start(names);
    }

    private PartName onlyName() {
        return names().getFirst();
    }

    private List<PartName> names() {
        if (session.line().words().isEmpty()) {
            throw new CommandLine.Misuse("Which part? One of " + Terminal.list(List.of(PartName.values())) + ".");
        }
        return session.line().words().stream().map(PartName::of).toList();
    }
}
