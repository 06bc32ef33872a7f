package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/** A signal to a process. */
public final class Signal {
    private Signal() {}

    /**
     * Returns when it is sent; where there is no such process, nothing happens.
     *
     * @param name such as {@code TERM}
     */
    public static void send(String name, long pid) {
        try {
            // The shell's own kill: the program is not on every machine.
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
