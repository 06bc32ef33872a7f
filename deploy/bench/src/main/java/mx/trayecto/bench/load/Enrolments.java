package mx.trayecto.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import mx.trayecto.bench.ground.Processes;
import mx.trayecto.proof.ProofFailure;

/** Enrolments asked for through a gateway, each of another woman, in one of the cohorts. */
public final class Enrolments {
    private final Caller caller;
    private final Women women;
    private final List<String> cohorts;

    public Enrolments(Caller caller, Women women, List<String> cohorts) {
        this.caller = caller;
        this.women = women;
        this.cohorts = cohorts;
    }

    /** As many as these clients get through. */
    public Burst run(int clients, Duration time) {
        return run(clients, time, 0);
    }

    /** At a given rate, whatever the answers take; latencies count from the moment a request was due. */
    public Burst paced(int clients, double perSecond, Duration time) {
        return run(clients, time, (long) (1e9 * clients / perSecond));
    }

    /** As long again as the host gave the processors to others: it is by work that a service gets warm, not by time. */
    public void warmUp(int clients, Duration time) {
        for (Duration left = time; left.toSeconds() > 0; ) {
            left = Duration.ofMillis(
                    (long) (left.toMillis() * run(clients, left).stolen()));
        }
    }

    private Burst run(int clients, Duration time, long interval) {
        long start = System.nanoTime();
        Processes.Machine machine = Processes.machine();
        long end = start + time.toNanos();
        AtomicLong refused = new AtomicLong();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        for (int n = 0; n < clients; n++) {
            Taken own = new Taken();
            taken.add(own);
            long first = start + interval * n / clients;
            running.add(CompletableFuture.runAsync(
                    () -> refused.addAndGet(client(own, first, end, interval)),
                    Thread.ofPlatform().name("client-" + n)::start));
        }
        running.forEach(Enrolments::join);
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] nanos = taken.stream().flatMapToLong(Taken::all).sorted().toArray();
        return new Burst(nanos.length, refused.get(), seconds, nanos, machine.stolenSince());
    }

    /** @return how many were refused */
    private long client(Taken taken, long first, long end, long interval) {
        long refused = 0;
        try (Wire wire = new Wire(caller.host())) {
            for (long due = first; (interval > 0 ? due : System.nanoTime()) < end; due += interval) {
                long wait = due - System.nanoTime();
                if (interval > 0 && wait > 0) {
                    LockSupport.parkNanos(wait);
                }
                byte[] request = request();
                long sent = interval > 0 ? due : System.nanoTime();
                if (wire.exchange(request).status() == 201) {
                    taken.add(System.nanoTime() - sent);
                } else {
                    refused++;
                }
            }
            return refused;
        } catch (IOException e) {
            throw new ProofFailure("the gateway broke off: " + e.getMessage(), e);
        }
    }

    /** One more, in one of the cohorts. */
    public byte[] request() {
        return request(cohorts.get(ThreadLocalRandom.current().nextInt(cohorts.size())));
    }

    public byte[] request(String cohort) {
        return caller.post(
                "/v1/enrollments",
                "{\"participant\":\"" + women.next() + "\",\"cohort\":\"" + cohort + "\",\"on\":\"2024-06-10\"}");
    }

    public Caller caller() {
        return caller;
    }

    /** A client that broke off breaks the measurement off: a rate of fewer clients would be another one. */
    private static void join(CompletableFuture<Void> client) {
        try {
            client.join();
        } catch (CompletionException e) {
            throw new ProofFailure("a client broke off: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** Durations of one client. */
    private static final class Taken {
        private long[] nanos = new long[1_024];
        private int count;

        void add(long duration) {
            if (count == nanos.length) {
                nanos = java.util.Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = duration;
        }

        LongStream all() {
            return java.util.Arrays.stream(nanos, 0, count);
        }
    }
}
