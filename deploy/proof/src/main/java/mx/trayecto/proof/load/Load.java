package mx.trayecto.proof.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;

/** Clients that go on writing until they are told to stop; each ends the way it is on first. */
public final class Load implements AutoCloseable {
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private volatile boolean going = true;

    private Load(int count, Duration pace, IntFunction<Runnable> work) {
        for (int n = 0; n < count; n++) {
            Runnable turn = work.apply(n);
            clients.add(Thread.ofVirtual().name("client-" + n).start(() -> {
                while (going) {
                    take(turn);
                    Patience.pause(pace);
                }
            }));
        }
    }

    /** Each client takes one woman after another from registration to her end. */
    public static Load journeys(Writer writer, Programme programme, int clients, Duration pace, long seed) {
        return new Load(clients, pace, n -> {
            Random chance = new Random(seed + n);
            return () -> new Journey(writer, programme, chance).walk();
        });
    }

    /** All clients write about the same few women, each in sessions of its own. */
    public static Load hot(
            Writer writer, Programme programme, List<String> enrollments, int clients, Duration pace, long seed) {
        String cohort = programme.cohorts().getFirst().id();
        return new Load(clients, pace, n -> new HotSessions(writer, cohort, enrollments, new Random(seed + n))::next);
    }

    /** The women that everybody writes about. */
    public static List<String> hotEnrollments(Writer writer, Programme programme, int count, long seed) {
        Random chance = new Random(seed);
        List<String> enrollments = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            enrollments.add(Journey.enroll(
                    writer,
                    Journey.register(writer, programme, chance),
                    programme.cohorts().getFirst().id(),
                    Programme.STARTS_ON));
        }
        return enrollments;
    }

    /** Women whom everybody writes about go away. */
    public static void withdraw(Writer writer, Programme programme, List<String> enrollments) {
        String cohort = programme.cohorts().getFirst().id();
        enrollments.forEach(enrollment -> Journey.withdraw(writer, enrollment, cohort, "employment"));
    }

    private void take(Runnable turn) {
        try {
            turn.run();
        } catch (Writer.GaveUp noted) {
            // kept by the writer; the client turns to the next woman
        } catch (RuntimeException e) {
            broken.compareAndSet(null, e);
            going = false;
        }
    }

    /** Lets every client finish. */
    @Override
    public void close() {
        going = false;
        Consumer<Thread> join = client -> {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProofFailure("interrupted", e);
            }
        };
        clients.forEach(join);
        if (broken.get() != null) {
            throw new ProofFailure("a client broke down: " + broken.get(), broken.get());
        }
    }
}
