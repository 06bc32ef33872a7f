package mx.trayecto.programs.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Statements and those that take them back, whichever comes first. Order of locks: a statement's turn, its own row where it
 * waits, her enrolment. What was applied changes under the lock of her enrolment alone.
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

    private static final String TARGET = """
            SELECT t.enrollment_id, t.voided_by, t.completion_id, c.module_code,
                   t.client = (SELECT client FROM xapi_statement WHERE tenant_id = ? AND id = ?) AS ours,
                   t.voids IS NOT NULL OR t.reason IS NOT DISTINCT FROM 'VOIDS_ANOTHER' AS voiding
              FROM xapi_statement t
              LEFT JOIN completion c ON c.tenant_id = t.tenant_id AND c.id = t.completion_id
             WHERE t.tenant_id = ? AND t.id = ?""";

    private static final String OTHERS = "SELECT " + StatementRows.SAID + " FROM xapi_statement"
            + " WHERE tenant_id = ? AND enrollment_id = ?"
            + " AND status = 'APPLIED' AND voids IS NULL AND completion_id IS NULL";

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
     * A statement that another one takes back.
     *
     * @param enrollment whose it is; null where that is not known
     * @param ours whether it came from whoever takes it back
     * @param voiding whether it takes back another one itself
     * @param completion what it recorded, of which module; null where it recorded nothing
     */
    record Target(UUID enrollment, boolean ours, boolean voiding, UUID voidedBy, UUID completion, String module) {
        private static Target of(ResultSet row) throws SQLException {
            return new Target(
                    row.getObject("enrollment_id", UUID.class),
                    row.getBoolean("ours"),
                    row.getBoolean("voiding"),
                    row.getObject("voided_by", UUID.class),
                    row.getObject("completion_id", UUID.class),
                    row.getString("module_code"));
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

    /** Whose a statement is, if that is known: no one who has its turn finds that changed. */
    List<UUID> enrollment(UUID statement) {
        return sql.ids(
                "SELECT enrollment_id FROM xapi_statement"
                        + " WHERE tenant_id = ? AND id = ? AND enrollment_id IS NOT NULL",
                actor.get().tenant(),
                statement);
    }

    /** The statement that another takes back. */
    Optional<Target> target(Statement voiding) {
        UUID tenant = actor.get().tenant();
        return sql.first(TARGET, Target::of, tenant, voiding.id(), tenant, voiding.voids());
    }

    /** What else is told of her that found its module completed. */
    List<Statement> others(UUID enrollment) {
        return sql.list(OTHERS, StatementRows::said, actor.get().tenant(), enrollment);
    }

    void voided(UUID statement, UUID by) {
        sql.execute(VOID, by, actor.get().tenant(), statement);
    }

    private String text(UUID statement) {
        return "statement " + actor.get().tenant() + " " + statement;
    }
}
