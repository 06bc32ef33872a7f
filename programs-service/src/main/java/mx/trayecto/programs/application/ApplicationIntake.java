package mx.trayecto.programs.application;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.programs.participant.ParticipantsArrived;

/**
 * Decides arrived applications one after the other, each cohort's in order of arrival, on a thread of its own. What is
 * decided is marked in the commit of the decision, so a process that is killed leaves every application either decided
 * or waiting.
 */
@ApplicationScoped
class ApplicationIntake {
    private static final Logger LOG = Logger.getLogger(ApplicationIntake.class);

    @Inject
    IntakeConfig config;

    @Inject
    WaitingApplications waiting;

    @Inject
    ApplicationDecision decision;

    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    synchronized void start(@Observes StartupEvent event) {
        if (config.decide() && thread == null) {
            running = true;
            thread = Thread.ofPlatform().name("application-intake").daemon().start(this::run);
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake.release();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
            thread = null;
        }
    }

    void participants(@Observes ParticipantsArrived event) {
        wake();
    }

    /** Looks for waiting applications now instead of at the next turn. */
    void wake() {
        wake.release();
    }

    private void run() {
        while (running) {
            try {
                if (!decideNext() && wake.tryAcquire(config.idle().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                LOG.warnf("applications wait: %s", Redacted.of(e).getMessage());
                pause();
            }
        }
    }

    /** @return whether anything was decided, so that it is worth looking again at once */
    private boolean decideNext() throws SQLException {
        boolean any = false;
        for (WaitingApplications.Line line : waiting.lines()) {
            // a long line is left for a while, so that the ones behind it have their turn
            for (int i = 0; running && i < config.batch() && decideFirst(line); i++) {
                any = true;
            }
        }
        return any && running;
    }

    private boolean decideFirst(WaitingApplications.Line line) throws SQLException {
        try {
            return decision.decideFirst(line);
        } catch (RuntimeException e) {
            LOG.warnf(
                    Redacted.of(e),
                    "an application to cohort %s could not be decided, it is tried again",
                    line.cohort());
            waiting.postpone(line, config.retry());
            return false;
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(config.idle().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
