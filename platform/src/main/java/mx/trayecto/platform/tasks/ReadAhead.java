package mx.trayecto.platform.tasks;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the next portion of a file on a thread of its own, while the one before is written. */
final class ReadAhead implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tasks-ahead").daemon().factory());
    private final Callable<Portions.Portion> reading;
    private Future<Portions.Portion> next;

    ReadAhead(Callable<Portions.Portion> reading) {
        this.reading = reading;
    }

    /** Begins to read the next. */
    void begin() {
        next = thread.submit(reading);
    }

    /** What was begun, once it is read. */
    Portions.Portion take() {
        try {
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Waits for what is under way, so that the file can be closed. */
    @Override
    public void close() {
        thread.close();
    }
}
