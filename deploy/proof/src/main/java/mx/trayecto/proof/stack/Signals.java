package mx.trayecto.proof.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;

/** What can be done to a process from outside. */
public final class Signals {
    private Signals() {}

    /** Without a chance to tidy up; returns when it is gone. */
    public static void kill(long pid) {
        send("KILL", pid);
        Patience.until("end of process " + pid, Duration.ofSeconds(10), () -> ended(pid));
    }

    /** Frozen in the middle of whatever it does. */
    public static void stop(long pid) {
        send("STOP", pid);
    }

    public static void resume(long pid) {
        send("CONT", pid);
    }

    private static boolean ended(long pid) {
        // a zombie that its parent has not yet fetched has no command line any more
        return ProcessHandle.of(pid)
                .map(process ->
                        !process.isAlive() || process.info().commandLine().isEmpty())
                .orElse(true);
    }

    private static void send(String signal, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProofFailure("interrupted", e);
        }
    }
}
