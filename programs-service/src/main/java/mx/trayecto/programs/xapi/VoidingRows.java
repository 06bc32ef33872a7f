package mx.trayecto.programs.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Statements and those that take them back, whichever comes first. Order of locks: a statement's turn, then rows by id, then
 * enrolments.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class VoidingRows {
    /** One that is not committed yet is not seen: a statement and what takes it back come one after the other. */
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended(?, 6))";

    private static final String AWAITED =
            "UPDATE xapi_statement SET version = version + 1, status = 'APPLIED', reason = NULL"
                    + " WHERE tenant_id = ? AND voids = ? AND client = ? AND status = 'PARKED' AND reason = 'UNKNOWN_STATEMENT'"
                    + " RETURNING id";

    private static final String CONCERNED = """
            SELECT %s, voided_by, completion_id,
                   client = (SELECT client FROM xapi_statement WHERE tenant_id = ? AND id = ?) AS ours,
                   voids IS NOT NULL OR reason IS NOT DISTINCT FROM 'VOIDS_ANOTHER' AS voiding
              FROM xapi_statement t
             WHERE t.tenant_id = ?
               AND (t.id = ?
                 OR t.status = 'APPLIED' AND t.voids IS NULL AND t.completion_id IS NULL
                AND (t.enrollment_id, t.course) =
                    (SELECT enrollment_id, course FROM xapi_statement WHERE tenant_id = ? AND id = ?))
             ORDER BY t.id
               FOR UPDATE OF t""".formatted(StatementRows.SAID);

    private static final String VOID = """
            UPDATE xapi_statement
               SET version = version + 1, voided_by = ?,
                   status = CASE status WHEN 'DISMISSED' THEN status ELSE 'VOIDED' END,
                   reason = CASE status WHEN 'DISMISSED' THEN reason END
             WHERE tenant_id = ? AND id = ?""";

    @Inject
    CurrentActor actor;

    @Inject
    Sql sql;

    /**
     * A statement that one which takes it back is about, or another one of the same enrolment and course that found
     * the module completed.
     *
     * @param ours whether it came from whoever takes back
     * @param voiding whether it takes back another one itself
     */
    record Concerned(Statement said, boolean ours, boolean voiding, UUID voidedBy, UUID completion) {
        private static Concerned of(ResultSet row) throws SQLException {
            return new Concerned(
                    StatementRows.said(row),
                    row.getBoolean("ours"),
                    row.getBoolean("voiding"),
                    row.getObject("voided_by", UUID.class),
                    row.getObject("completion_id", UUID.class));
        }
    }

    /** Keeps everybody else from taking it in, or back, until the transaction ends. */
    void turn(UUID statement) {
        sql.list(TURN, row -> null, text(statement));
    }

    /** Lets those of the same client be done that wait for a statement to come, so as to take it back. */
    List<UUID> awaited(UUID statement) {
        return sql.together(pipeline -> {
            pipeline.write(TURN, text(statement));
            return pipeline.ask(
                            AWAITED,
                            row -> row.getObject(1, UUID.class),
                            actor.get().tenant(),
                            statement,
                            actor.get().client())
                    .rows();
        });
    }

    /** The statement that another takes back, and who else may be concerned, under row locks. */
    List<Concerned> concerned(Statement voiding) {
        UUID tenant = actor.get().tenant();
        UUID target = voiding.voids();
        return sql.list(CONCERNED, Concerned::of, tenant, voiding.id(), tenant, target, tenant, target);
    }

    void voided(UUID statement, UUID by) {
        sql.execute(VOID, by, actor.get().tenant(), statement);
    }

    private String text(UUID statement) {
        return "statement " + actor.get().tenant() + " " + statement;
    }
}
