package mx.trayecto.platform.tasks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.outbox.Positions;
import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.rows.RowReader;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.writes.Attempts;

/**
 * Carries out rows in one transaction, with what became of them, the task's progress and an audit entry for each that was
 * written. Rows stand alone: what a handler does for many together is done again row by row where it fails, and what it
 * does for one is undone by itself. A dry run leaves neither rows nor keys behind.
 */
@ApplicationScoped
class Portions {
    private static final Logger LOG = Logger.getLogger(Portions.class);

    /** Most values in a portion but for its last row: lines of JSON may hold thousands, and all are in memory at once. */
    private static final int VALUES = 50_000;

    /** What rows are worked on for. */
    record Work(Task task, UUID holder, RowHandler handler, ImportFile file) {}

    /** Rows that have to be done one by one. */
    private static final class NotTogether extends RuntimeException {
        private NotTogether() {
            super("the rows cannot be done together", null, false, false);
        }
    }

    @Inject
    Tasks tasks;

    @Inject
    Audit audit;

    @Inject
    Sql sql;

    @Inject
    Session session;

    @Inject
    Positions positions;

    @Inject
    Vault vault;

    @Inject
    SingleRows single;

    @Inject
    TasksConfig config;

    /**
     * The next rows of a file.
     *
     * @param many does those of them that can be done together; null where none can
     */
    record Portion(List<Row> rows, Supplier<Map<Integer, RowResult>> many) {}

    /** Reads the next rows, and prepares them. */
    Portion read(RowReader from, RowHandler handler, ImportFile file) throws IOException {
        int size = handler instanceof BulkRowHandler ? config.bulk() : config.portion();
        List<Row> rows = new ArrayList<>();
        int values = 0;
        for (Row row = from.next(); row != null; row = rows.size() < size && values < VALUES ? from.next() : null) {
            rows.add(row);
            values += values(row.fields());
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("the file is shorter than when it was taken");
        }
        return new Portion(rows, handler instanceof BulkRowHandler bulk ? bulk.prepare(file, rows) : null);
    }

    private static int values(JsonNode node) {
        int values = 1;
        for (JsonNode child : node) {
            values += values(child);
        }
        return values;
    }

    /** @param before how many rows were done when the portion begins */
    void carryOut(Work work, int before, Portion portion) {
        List<Row> rows = portion.rows();
        if (portion.many() != null) {
            try {
                commit(work, before, () -> together(work, portion));
                return;
            } catch (NotTogether | SingleRows.Spoiled refused) {
                LOG.infof(
                        "a portion of task %s is done again row by row",
                        work.task().id());
            }
        }
        for (int from = 0; from < rows.size(); from += config.portion()) {
            apart(work, before + from, rows.subList(from, Math.min(rows.size(), from + config.portion())));
        }
    }

    private void apart(Work work, int before, List<Row> rows) {
        try {
            commit(
                    work,
                    before,
                    () -> rows.stream()
                            .map(row -> new Tasks.Line(row.line(), single.done(work, row)))
                            .toList());
        } catch (SingleRows.Spoiled spoiled) {
            if (rows.size() == 1) {
                commit(
                        work,
                        before,
                        () -> List.of(new Tasks.Line(rows.getFirst().line(), spoiled.result())));
            } else {
                for (int i = 0; i < rows.size(); i++) {
                    apart(work, before + i, rows.subList(i, i + 1));
                }
            }
        }
    }

    private void commit(Work work, int before, Supplier<List<Tasks.Line>> rows) {
        Supplier<Void> transaction =
                () -> QuarkusTransaction.requiringNew().timeout(120).call(() -> {
                    writeDown(work, before, rows.get());
                    return null;
                });
        Supplier<Void> leavingNoKeys = () -> vault.trying(transaction);
        Attempts.of(
                work.file().dryRun() ? leavingNoKeys : transaction,
                () -> LOG.info("a portion is done again after a conflict"));
        positions.clear();
    }

    private List<Tasks.Line> together(Work work, Portion portion) {
        boolean dryRun = work.file().dryRun();
        if (dryRun) {
            sql.execute("SAVEPOINT all_rows");
        }
        Map<Integer, RowResult> many = many(work, portion);
        if (dryRun) {
            single.undo("all_rows"); // those that are tried alone do not meet them
        }
        List<Tasks.Line> done = new ArrayList<>();
        for (Row row : portion.rows()) {
            RowResult result = many.get(row.line());
            done.add(new Tasks.Line(
                    row.line(), result == null ? single.done(work, row) : dryRun ? SingleRows.undone(result) : result));
        }
        return done;
    }

    private Map<Integer, RowResult> many(Work work, Portion portion) {
        try {
            Map<Integer, RowResult> done = portion.many().get();
            sql.execute(); // what waits is refused now, if at all
            session.clear();
            return done;
        } catch (RuntimeException e) {
            if (SingleRows.refusal(e).isEmpty()) {
                LOG.errorf(
                        Redacted.of(e),
                        "rows of task %s failed together",
                        work.task().id());
            }
            throw new NotTogether();
        }
    }

    private void writeDown(Work work, int before, List<Tasks.Line> done) {
        Task task = work.task();
        tasks.progress(task, work.holder(), before, done, config.lease().toSeconds());
        work.handler().became(work.file(), done.stream().map(Tasks.Line::result).toList());
        List<Tasks.Line> written = done.stream()
                .filter(line -> !work.file().dryRun() && line.result().id() != null)
                .filter(line -> line.result().outcome() == RowOutcome.CREATED
                        || line.result().outcome() == RowOutcome.UPDATED)
                .toList();
        List<Audit.Act> acts = Stream.concat(
                        written.stream()
                                .filter(line -> line.result().partOf() == null)
                                .map(line -> new Audit.Act(line.result().id(), details(task, line))),
                        parts(task, written))
                .toList();
        if (acts.isEmpty()) {
            sql.execute(); // what waits goes now: at the commit it would need a connection of its own
        } else {
            sql.execute(audit.entries("import " + task.kind(), acts));
        }
    }

    private static Stream<Audit.Act> parts(Task task, List<Tasks.Line> written) {
        Map<UUID, List<Integer>> lines = new LinkedHashMap<>();
        for (Tasks.Line line : written) {
            if (line.result().partOf() != null) {
                lines.computeIfAbsent(line.result().partOf(), whole -> new ArrayList<>())
                        .add(line.line());
            }
        }
        return lines.entrySet().stream()
                .map(whole ->
                        new Audit.Act(whole.getKey(), Map.of("task", task.id().toString(), "lines", whole.getValue())));
    }

    private static Map<String, ?> details(Task task, Tasks.Line line) {
        Map<String, Object> details = new HashMap<>(line.result().details());
        details.put("task", task.id().toString());
        details.put("line", line.line());
        return details;
    }
}
