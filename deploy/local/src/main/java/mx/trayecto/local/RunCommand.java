package mx.trayecto.local;

import java.util.List;

/** {@code run}: everything that does not run yet is built and started; then it stays, or leaves with --detach. */
record RunCommand(Session session) {

    int execute() {
        var since = System.nanoTime();
        var foreground = session.foreground();
        var stays = !session.line().has("detach") && foreground.present().isEmpty();
        var lock = ChangeLock.take(session.home());
        var missing = session.stack().notRunning();
        refuseSecond(missing, foreground);
        var fresh = session.line().has("fresh");
        if (fresh && !mayDropData()) {
            return 1;
        }
        if (foreground.killed()) {
            Terminal.say("Taking over what a killed ./suite run has left.");
        }
        try (lock;
                var interrupt = new OnInterrupt(() -> stop(stays, missing))) {
            if (stays) {
                foreground.enter();
            }
            start(missing, fresh);
            Terminal.say("Trayecto is ready after %s.".formatted(Terminal.since(since)));
            lock.close();
            new Welcome(session).print(stays);
            if (stays) {
                new Watch(session.stack()).untilStopped();
            }
            return 0;
        } finally {
            if (stays || foreground.killed()) {
                foreground.leave();
            }
        }
    }

    private void refuseSecond(List<PartName> missing, Foreground foreground) {
        if (missing.isEmpty() && !foreground.killed()) {
            throw new LocalStackException("Trayecto is already running"
                    + foreground
                            .present()
                            .map(other -> " (./suite run, process " + other.pid() + ")")
                            .orElse(" in the background")
                    + ": see ./suite status, end it with ./suite stop.");
        }
    }

    private boolean mayDropData() {
        if (session.stack().runs()) {
            throw new LocalStackException("--fresh cannot drop the data of a running stack: ./suite stop first.");
        }
        if (session.line().has("yes")
                || Terminal.confirmed("Delete all data in " + session.home().path() + "?")) {
            return true;
        }
        Terminal.say("Nothing was deleted.");
        return false;
    }

    private void start(List<PartName> missing, boolean fresh) {
        session.home().requireSpace();
        session.stack().requireFreePorts(missing);
        session.build(missing);
        if (!session.line().has("untrained")) {
            session.train(missing);
        }
        if (fresh) {
            session.home().deleteData();
        }
        session.ports().save(session.home().run("ports"));
        if (session.stack().runs() && !missing.isEmpty()) {
            Terminal.say("Some parts run already; starting the others.");
        }
        session.stack().start(missing);
    }

    private void stop(boolean stays, List<PartName> started) {
        Terminal.say("\nStopping ...");
        session.stack().abandon(stays ? List.of(PartName.values()) : started);
        if (stays) {
            session.foreground().leave();
        }
    }
}
