package mx.trayecto.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Says what is being done and how far it is; works a few at a time. */
final class Progress {
    private static final int AT_ONCE = 6;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();

    void step(String what) {
        System.out.println("• " + what);
    }

    /** Does the same for each, some at a time, in the order given; the first failure ends it. */
    <T, R> List<R> each(String what, List<T> items, Function<T, R> work) {
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<R>> pending = new ArrayList<>();
            for (T item : items) {
                pending.add(pool.submit(() -> {
                    R result = work.apply(item);
                    show(what, done.incrementAndGet(), items.size());
                    return result;
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> result : pending) {
                try {
                    results.add(result.get());
                } catch (ExecutionException e) {
                    pool.shutdownNow();
                    throw e.getCause() instanceof DemoFailure failure
                            ? failure
                            : new DemoFailure(what + ": " + e.getCause());
                } catch (InterruptedException e) {
                    pool.shutdownNow();
                    Thread.currentThread().interrupt();
                    throw new DemoFailure("interrupted");
                }
            }
            return results;
        }
    }

    /** How far it is; where nobody watches, only that it is done. */
    synchronized void show(String what, int done, int all) {
        if (terminal) {
            System.out.print("\r  %s %d/%d%s".formatted(what, done, all, done == all ? "\n" : ""));
            System.out.flush();
        } else if (done == all) {
            System.out.println("  %s %d/%d".formatted(what, done, all));
        }
    }
}
