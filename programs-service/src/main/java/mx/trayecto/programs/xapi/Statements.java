package mx.trayecto.programs.xapi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.completion.Completions;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.pathway.Pathway;
import mx.trayecto.programs.pathway.PathwayModule;
import mx.trayecto.programs.xapi.ReceivedStatement.Reason;
import mx.trayecto.programs.xapi.ReceivedStatement.Status;

/**
 * Takes in what learning platforms tell: a completed course completes its module, once. Each statement is placed in a
 * transaction of its own, together with what became of it; what cannot be placed waits, and is not lost.
 */
@ApplicationScoped
class Statements {
    private static final String SOURCE = "xapi";
    private static final int MOST_RETRIED = 1_000;

    private static final String KEEP = "INSERT INTO xapi_statement AS s (tenant_id, id, client, fingerprint, status,"
            + " reason, enrollment_id, course, happened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (tenant_id, id) DO UPDATE SET status = EXCLUDED.status, reason = EXCLUDED.reason,"
            + " enrollment_id = EXCLUDED.enrollment_id, tried_at = now()"
            + " WHERE s.status = 'PARKED' AND s.fingerprint = EXCLUDED.fingerprint";

    private static final String PARKED =
            "SELECT id, enrollment_id, course, happened_at, fingerprint FROM xapi_statement"
                    + " WHERE tenant_id = ? AND status = 'PARKED' AND reason <> 'VOIDS_ANOTHER' AND enrollment_id IS NOT NULL"
                    + " AND (?::text IS NULL OR course = ?) ORDER BY tried_at NULLS FIRST, id LIMIT " + MOST_RETRIED;

    @Inject
    Reach reach;

    @Inject
    CurrentActor actor;

    @Inject
    Sql sql;

    @Inject
    Audit audit;

    @Inject
    Completions completions;

    private record Known(UUID id, byte[] fingerprint) {}

    /** What a statement came to. */
    private record Placed(Status status, Reason reason, UUID enrollment) {
        static Placed parked(Reason reason, UUID enrollment) {
            return new Placed(Status.PARKED, reason, enrollment);
        }
    }

    /**
     * Takes statements in; those that were received before change nothing.
     *
     * @throws ProblemException 409 where one has the id of another; then none is taken in
     */
    List<UUID> receive(List<Statement> statements) {
        reach.wholeTenant();
        List<UUID> before = new ArrayList<>();
        for (Known known : QuarkusTransaction.requiringNew().call(() -> known(statements))) {
            statements.stream()
                    .filter(statement -> statement.id().equals(known.id()))
                    .filter(statement -> !Arrays.equals(statement.fingerprint(), known.fingerprint()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw ProblemException.of(XapiProblem.CONFLICT);
                    });
            before.add(known.id());
        }
        for (Statement statement : statements) {
            if (!before.contains(statement.id())) {
                QuarkusTransaction.requiringNew().run(() -> keep(statement, place(statement)));
            }
        }
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record(
                        "receiveStatements", null, Map.of("statements", statements.size(), "known", before.size())));
        return statements.stream().map(Statement::id).toList();
    }

    /** Tries to place what waits. */
    Retried retry(String course) {
        reach.wholeTenant();
        List<Statement> waiting = QuarkusTransaction.requiringNew().call(() -> waiting(course));
        int applied = 0;
        for (Statement statement : waiting) {
            Placed placed = QuarkusTransaction.requiringNew().call(() -> {
                Placed now = place(statement);
                keep(statement, now);
                return now;
            });
            applied += placed.status() == Status.APPLIED ? 1 : 0;
        }
        int done = applied;
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record("retryStatements", null, Map.of("applied", done, "tried", waiting.size())));
        return new Retried(done, waiting.size() - done);
    }

    /** Those after an id, by id. */
    List<ReceivedStatement> list(Status status, String course, UUID after, int rows) {
        return sql.list(
                "SELECT " + ReceivedStatement.COLUMNS + " FROM xapi_statement WHERE tenant_id = ? AND id > ?"
                        + " AND (?::text IS NULL OR status = ?) AND (?::text IS NULL OR course = ?) ORDER BY id LIMIT ?",
                ReceivedStatement::of,
                actor.get().tenant(),
                after == null ? new UUID(0, 0) : after,
                status == null ? null : status.name(),
                status == null ? null : status.name(),
                course,
                course,
                rows);
    }

    private List<Known> known(List<Statement> statements) {
        return sql.list(
                "SELECT id, fingerprint FROM xapi_statement WHERE tenant_id = ? AND id = ANY (?)",
                row -> new Known(row.getObject(1, UUID.class), row.getBytes(2)),
                actor.get().tenant(),
                Columns.of(statements).uuid(Statement::id));
    }

    private List<Statement> waiting(String course) {
        return sql.list(
                PARKED,
                row -> new Statement(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        "",
                        row.getString(3),
                        true,
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getBytes(5)),
                actor.get().tenant(),
                course,
                course);
    }

    private Placed place(Statement statement) {
        if (statement.voids()) {
            return Placed.parked(Reason.VOIDS_ANOTHER, statement.account());
        }
        if (!statement.completes()) {
            return new Placed(Status.IGNORED, null, null);
        }
        Optional<Enrollment> hers = Optional.ofNullable(statement.account()).flatMap(Enrollment::find);
        if (hers.isEmpty()) {
            return Placed.parked(Reason.UNKNOWN_ACTOR, statement.account());
        }
        return complete(Enrollment.lock(hers.get().id), statement);
    }

    private Placed complete(Enrollment hers, Statement statement) {
        CohortTerms cohort = CohortTerms.of(hers.cohortId);
        Optional<PathwayModule> module =
                Pathway.find(cohort.pathway()).flatMap(pathway -> ExternalCourses.module(pathway, statement.course()));
        if (module.isEmpty()) {
            return Placed.parked(Reason.UNKNOWN_COURSE, hers.id);
        }
        LocalDate on = statement.at().atZone(ZoneId.of(cohort.timeZone())).toLocalDate();
        if (on.isAfter(cohort.today())) {
            return Placed.parked(Reason.FUTURE, hers.id);
        }
        if (on.isBefore(cohort.startsOn()) || !hers.tookPartOn(on)) {
            return Placed.parked(Reason.NOT_TAKING_PART, hers.id);
        }
        completions.completeOnce(hers, module.get(), on, SOURCE);
        return new Placed(Status.APPLIED, null, hers.id);
    }

    /** @throws ProblemException 409 where it was taken in meanwhile; then this transaction does nothing */
    private void keep(Statement statement, Placed placed) {
        Instant at = statement.at();
        int kept = sql.execute(
                KEEP,
                actor.get().tenant(),
                statement.id(),
                actor.get().client(),
                statement.fingerprint(),
                placed.status().name(),
                placed.reason() == null ? null : placed.reason().name(),
                placed.enrollment(),
                placed.status() == Status.IGNORED ? null : statement.course(),
                placed.status() == Status.IGNORED ? null : at.atOffset(ZoneOffset.UTC));
        if (kept == 0) {
            throw ProblemException.of(XapiProblem.CONFLICT); // another took it in meanwhile, and placed it
        }
    }
}
