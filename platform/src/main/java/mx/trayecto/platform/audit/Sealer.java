package mx.trayecto.platform.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.production.Rest;

/**
 * Seals in the background, on a thread of its own, and tells the newest seals in the log: who can rewrite the database
 * cannot rewrite what was collected from there. Every replica has one; they take turns as it comes.
 */
@ApplicationScoped
class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final int NAMED = 10;

    @Inject
    AuditConfig config;

    @Inject
    Sealing sealing;

    private final Map<UUID, Seal> untold = new HashMap<>();
    private final Map<UUID, Instant> told = new HashMap<>();
    private volatile boolean running;
    private Thread thread;

    void begin(@Observes StartupEvent event) {
        if (config.seal()) {
            start();
        }
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("audit-sealer").daemon().start(this::run);
    }

    /** Ends after the transaction in hand; what is not sealed by then is left to whoever comes next. */
    synchronized void stop() throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
            thread = null;
        }
    }

    private void run() {
        Rest rest = new Rest(Duration.ZERO);
        while (running) {
            try {
                long began = System.nanoTime();
                boolean more = seal();
                if (more) {
                    rest.since(began);
                } else {
                    TimeUnit.NANOSECONDS.sleep(config.every().toNanos());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        untold.values().forEach(Sealer::tell);
    }

    /** @return whether there is more to do at once */
    private boolean seal() {
        try {
            Sealing.Turn turn = sealing.turn();
            for (Seal seal : turn.seals()) {
                untold.put(seal.tenant(), seal);
                alert(seal);
            }
            tellDue();
            return turn.more();
        } catch (SQLException | RuntimeException | OutOfMemoryError e) {
            LOG.warnf("the audit waits to be sealed: %s", Redacted.of(e).getMessage());
            return false;
        }
    }

    private static void alert(Seal seal) {
        if (!seal.foreign().isEmpty()) {
            LOG.errorf(
                    "audit of tenant %s: %d entries were not written by this service, among them %s",
                    seal.tenant(),
                    seal.foreign().size(),
                    seal.foreign().subList(0, Math.min(NAMED, seal.foreign().size())));
        }
    }

    private void tellDue() {
        Instant due = Instant.now().minus(config.anchor());
        untold.values().removeIf(seal -> {
            if (told.getOrDefault(seal.tenant(), Instant.EPOCH).isAfter(due)) {
                return false;
            }
            tell(seal);
            told.put(seal.tenant(), Instant.now());
            return true;
        });
    }

    private static void tell(Seal seal) {
        LOG.infof("audit of tenant %s is sealed up to number %d with %s", seal.tenant(), seal.number(), seal.hex());
    }
}
