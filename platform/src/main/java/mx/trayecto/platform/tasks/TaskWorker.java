package mx.trayecto.platform.tasks;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import mx.trayecto.platform.problem.Redacted;

/** Carries tasks out, one after the other, each for a while; other processes of the service do the same beside it. */
@ApplicationScoped
class TaskWorker {
    private static final Logger LOG = Logger.getLogger(TaskWorker.class);
    private static final Duration TIDYING = Duration.ofMinutes(10);

    @Inject
    @Any
    Instance<RowHandler> handlers;

    @Inject
    Leases leases;

    @Inject
    TaskRun run;

    @Inject
    TasksConfig config;

    private final Semaphore wake = new Semaphore(0);
    private volatile boolean working;
    private Thread thread;

    void begin(@Observes StartupEvent event) {
        if (config.work() && handlers.stream().findAny().isPresent()) {
            start();
        }
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    synchronized void start() {
        working = true;
        thread = Thread.ofPlatform().name("tasks").daemon().start(this::work);
    }

    /** Ends after the portion in hand, and leaves the task to others. */
    synchronized void stop() throws InterruptedException {
        working = false;
        wake();
        if (thread != null && !thread.join(Duration.ofSeconds(10))) {
            thread.interrupt();
        }
        thread = null;
    }

    /** Looks for a task now instead of at the next turn. */
    void wake() {
        wake.release();
    }

    private void work() {
        UUID self = UUID.randomUUID();
        Map<String, RowHandler> known =
                handlers.stream().collect(Collectors.toMap(RowHandler::kind, Function.identity()));
        Instant tidied = Instant.EPOCH;
        while (working) {
            try {
                if (Instant.now().isAfter(tidied.plus(TIDYING))) {
                    leases.tidy();
                    tidied = Instant.now();
                }
                Optional<Task> task = leases.claim(self, known.keySet());
                if (task.isPresent()) {
                    carryOut(task.get(), self, known.get(task.get().kind()));
                } else if (wake.tryAcquire(config.idle().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception | Error e) { // the loop outlives whatever happens
                LOG.warnf(Redacted.of(e), "tasks are interrupted and are taken up again");
                pause();
            }
        }
    }

    private void carryOut(Task task, UUID self, RowHandler handler) throws SQLException {
        try {
            if (task.attempts() > config.attempts()) {
                run.giveUp(task, self);
                LOG.errorf("task %s was given up after %d attempts", task.id(), task.attempts());
            } else if (run.forAWhile(task, self, handler, () -> working)) {
                LOG.infof("task %s is done", task.id());
            } else {
                leases.release(task, self);
            }
        } catch (Tasks.LeaseLost elsewhere) {
            LOG.infof("task %s goes on elsewhere", task.id());
        } catch (RuntimeException e) {
            LOG.warnf(Redacted.of(e), "task %s is interrupted and is taken up again", task.id());
            leases.defer(task, self);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
