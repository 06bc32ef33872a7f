package mx.trayecto.proof.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ledger.Acknowledgement;
import mx.trayecto.proof.ledger.Ledger;
import mx.trayecto.proof.ledger.Write;
import mx.trayecto.proof.load.Api.Reply;

/**
 * Writes as a careful client does: the intent in the ledger first, the same key at every attempt until there is an
 * answer, the answer in the ledger before it is used.
 */
public final class Writer {
    private static final Set<Integer> LATER = Set.of(429, 500, 502, 503, 504);

    private final Api api;
    private final Ledger ledger;
    private final Duration patience;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong attempts = new AtomicLong();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    /** @param patience how long an answer is tried for */
    public Writer(Api api, Ledger ledger, Duration patience) {
        this.api = api;
        this.ledger = ledger;
        this.patience = patience;
    }

    public Api api() {
        return api;
    }

    public long acknowledged() {
        return acknowledged.get();
    }

    public long attempts() {
        return attempts.get();
    }

    /** What no client expects: a request refused although it was right, or never answered. */
    public Queue<String> refused() {
        return refused;
    }

    /** @throws GaveUp where it was refused or never answered */
    Reply post(Write write, String path, Map<String, ?> body) {
        return post(write, path, body, null);
    }

    /** @param after a position that the service must have reached; may be null */
    Reply post(Write write, String path, Map<String, ?> body, String after) {
        ledger.intend(write);
        Reply reply = persist(
                write,
                () -> api.post(path, body, request -> {
                    headers(write).accept(request);
                    request.header("Idempotency-Key", write.id());
                    if (after != null) {
                        request.header("Trayecto-Min-Position", after);
                    }
                }));
        return noted(write, reply, reply.id());
    }

    /**
     * Changes what only this client changes. A PUT or PATCH has no key: where its answer was lost, the repeated one is
     * refused as stale, and a look tells whether the first was carried out.
     */
    Reply change(Write write, String method, String path, Map<String, ?> body, String tag, LandedTest landed) {
        ledger.intend(write);
        Reply reply = persist(write, () -> {
            Reply changed =
                    api.send(method, path, body, headers(write).andThen(request -> request.header("If-Match", tag)));
            if (changed.status() != 412) {
                return changed;
            }
            Reply now = api.get(path);
            return now.status() == 200 && landed.landed(now) ? now : now.status() == 200 ? changed : now;
        });
        return noted(write, reply, reply.id());
    }

    /** Whether a resource reads as it was told to become. */
    interface LandedTest {
        boolean landed(Reply now);
    }

    private interface Attempt {
        Reply send() throws IOException;
    }

    /** The client goes no further on this way. */
    static final class GaveUp extends RuntimeException {
        GaveUp(String message) {
            super(message);
        }
    }

    private static Consumer<HttpRequest.Builder> headers(Write write) {
        return request -> request.header("traceparent", "00-" + write.id() + "-00f067aa0ba902b7-01");
    }

    private Reply persist(Write write, Attempt attempt) {
        long deadline = System.nanoTime() + patience.toNanos();
        String last = "";
        for (int n = 0; System.nanoTime() < deadline; n++) {
            attempts.incrementAndGet();
            try {
                Reply reply = attempt.send();
                if (reply.status() < 300) {
                    return reply;
                }
                last = reply.status() + " " + reply.code() + " " + reply.body().path("errors");
                boolean again = LATER.contains(reply.status())
                        || reply.status() == 409 && reply.code().equals("still-running");
                if (!again) {
                    break;
                }
            } catch (IOException e) {
                last = e.getClass().getSimpleName();
            }
            Patience.pause(Duration.ofMillis(Math.min(1_000, 50L << Math.min(n, 5))));
        }
        refused.add(write.kind() + ": " + last);
        throw new GaveUp(last);
    }

    private Reply noted(Write write, Reply reply, String resource) {
        String positions = reply.header("Trayecto-Position");
        ledger.acknowledge(
                write,
                new Acknowledgement(
                        reply.status(),
                        resource,
                        reply.body().path("version").asLong(),
                        positions == null ? "" : positions));
        acknowledged.incrementAndGet();
        return reply;
    }
}
