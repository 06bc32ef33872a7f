package mx.trayecto.proof.stack;

import java.time.Duration;

import mx.trayecto.local.Signal;
import mx.trayecto.proof.Patience;

/** What can be done to a process from outside. */
public final class Signals {
    private Signals() {}

    /** Without a chance to tidy up; returns when it is gone. */
    public static void kill(long pid) {
        Signal.send("KILL", pid);
        Patience.until("end of process " + pid, Duration.ofSeconds(10), () -> ended(pid));
    }

    /** Frozen in the middle of whatever it does. */
    public static void stop(long pid) {
        Signal.send("STOP", pid);
    }

    public static void resume(long pid) {
        Signal.send("CONT", pid);
    }

    private static boolean ended(long pid) {
        // a zombie that its parent has not yet fetched has no command line any more
        return ProcessHandle.of(pid)
                .map(process ->
                        !process.isAlive() || process.info().commandLine().isEmpty())
                .orElse(true);
    }
}
