package mx.trayecto.platform.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.Trace;
import mx.trayecto.platform.rows.RowReader;
import mx.trayecto.platform.tenancy.CurrentActor;

/** One turn of a task: from where it stands, portion by portion, to its end or until the turn is over. */
@ApplicationScoped
class TaskRun {
    @Inject
    CurrentActor actor;

    @Inject
    Uploads uploads;

    @Inject
    Portions portions;

    @Inject
    Tasks tasks;

    @Inject
    TasksConfig config;

    @Inject
    ObjectMapper json;

    /** @return whether the task is done; otherwise it is to be left to whoever comes next */
    boolean forAWhile(Task task, UUID holder, RowHandler handler, BooleanSupplier on) {
        return as(task, () -> {
            long until = System.nanoTime() + config.turn().toNanos();
            try (RowReader rows = RowReader.of(uploads.open(task.id()), task.format(), task.encoding(), json);
                    ReadAhead ahead = new ReadAhead(() -> as(task, () -> read(rows, handler, task)))) {
                ImportFile file = task.file(rows.columns());
                int done = 0;
                while (done < task.rowsDone()) {
                    rows.next();
                    done++;
                }
                if (done < task.rowsTotal()) {
                    ahead.begin();
                }
                while (done < task.rowsTotal()) {
                    if (!on.getAsBoolean() || System.nanoTime() > until) {
                        return false;
                    }
                    Portions.Portion portion = ahead.take();
                    int then = done + portion.rows().size();
                    if (then < task.rowsTotal()) {
                        ahead.begin();
                    }
                    portions.carryOut(new Portions.Work(task, holder, handler, file), done, portion);
                    done = then;
                }
                finish(task, holder, handler, file);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Portions.Portion read(RowReader rows, RowHandler handler, Task task) {
        try {
            return portions.read(rows, handler, task.file(rows.columns()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish(Task task, UUID holder, RowHandler handler, ImportFile file) {
        try {
            QuarkusTransaction.requiringNew().timeout(120).run(() -> {
                handler.finish(file, tasks.rejected(task));
                end(task, holder, null);
            });
            uploads.forget(task.id());
        } catch (ProblemException refused) {
            fail(task, holder, refused);
        }
    }

    /** Ends a task that does not get on. */
    void giveUp(Task task, UUID holder) {
        as(task, () -> {
            fail(task, holder, ProblemException.of(CommonProblem.INTERNAL));
            return null;
        });
    }

    private void fail(Task task, UUID holder, ProblemException problem) {
        QuarkusTransaction.requiringNew().run(() -> end(task, holder, problem));
        uploads.forget(task.id());
    }

    private void end(Task task, UUID holder, ProblemException problem) {
        tasks.end(task, holder, problem);
        uploads.erase(task.id());
    }

    private <T> T as(Task task, java.util.function.Supplier<T> work) {
        return actor.runAs(task.actor(), () -> Trace.continuing(task.traceparent(), work));
    }
}
