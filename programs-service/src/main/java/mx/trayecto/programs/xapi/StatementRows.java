package mx.trayecto.programs.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.xapi.ReceivedStatement.Reason;
import mx.trayecto.programs.xapi.ReceivedStatement.Status;

/** Statements as they are kept. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StatementRows {
    private static final String CLAIM = "INSERT INTO xapi_statement (tenant_id, id, client, fingerprint, voids, status)"
            + " VALUES (?, ?, ?, ?, ?, 'IGNORED') ON CONFLICT (tenant_id, id) DO NOTHING";

    private static final String KEEP = "UPDATE xapi_statement SET version = version + 1, status = ?, reason = ?,"
            + " enrollment_id = ?, course = ?, happened_at = ?, completion_id = ?, voided_by = ?, tried_at = now()"
            + " WHERE tenant_id = ? AND id = ?";

    /** What is kept of what a statement says. */
    static final String SAID = "id, enrollment_id, course, voids, happened_at, fingerprint";

    private static final String WAITING = "SELECT " + SAID + " FROM xapi_statement"
            + " WHERE tenant_id = ? AND status = 'PARKED' AND reason <> ALL (?::text[])"
            + " AND (?::text IS NULL OR course = ?) ORDER BY tried_at NULLS FIRST, id LIMIT ?";

    private static final String DISMISS = "UPDATE xapi_statement SET version = version + 1, status = 'DISMISSED',"
            + " dismissal = ?, dismissed_by = ?, dismissed_at = now()"
            + " WHERE tenant_id = ? AND id = ? AND status = 'PARKED'";

    private static final String LIST = "SELECT " + ReceivedStatement.COLUMNS
            + " FROM xapi_statement WHERE tenant_id = ? AND id > ?%s ORDER BY id LIMIT ?";

    @Inject
    CurrentActor actor;

    @Inject
    Sql sql;

    private record Known(UUID id, byte[] fingerprint) {}

    /** Fingerprints of those that were received before, by id. */
    Map<UUID, byte[]> known(Collection<Statement> statements) {
        return sql
                .list(
                        "SELECT id, fingerprint FROM xapi_statement WHERE tenant_id = ? AND id = ANY (?)",
                        row -> new Known(row.getObject(1, UUID.class), row.getBytes(2)),
                        actor.get().tenant(),
                        Columns.of(statements).uuid(Statement::id))
                .stream()
                .collect(Collectors.toMap(Known::id, Known::fingerprint));
    }

    /**
     * Takes a statement in, for nobody else to take in until the transaction ends.
     *
     * @return whether it, or another with its id, was not taken in before
     */
    boolean claim(Statement statement) {
        return sql.execute(
                        CLAIM,
                        actor.get().tenant(),
                        statement.id(),
                        actor.get().client(),
                        statement.fingerprint(),
                        statement.voids())
                > 0;
    }

    /** Locks a statement; false where it does not wait any more. */
    boolean lockWaiting(UUID id) {
        return !sql.ids(
                        "SELECT id FROM xapi_statement WHERE tenant_id = ? AND id = ? AND status = 'PARKED' FOR UPDATE",
                        actor.get().tenant(),
                        id)
                .isEmpty();
    }

    /** Keeps what a statement came to, and of it no more than it takes to place it. */
    void keep(Statement statement, Placed placed) {
        boolean ignored = placed.status() == Status.IGNORED;
        sql.execute(
                KEEP,
                placed.status().name(),
                placed.reason() == null ? null : placed.reason().name(),
                placed.enrollment(),
                ignored ? null : statement.course(),
                ignored ? null : statement.at().atOffset(ZoneOffset.UTC),
                placed.completion(),
                placed.voidedBy(),
                actor.get().tenant(),
                statement.id());
    }

    /** Some that wait, those first that were not tried for longest. */
    List<Statement> waiting(String course, int most) {
        return sql.list(
                WAITING,
                StatementRows::said,
                actor.get().tenant(),
                Columns.of(Reason.FOR_GOOD).text(Reason::name),
                course,
                course,
                most);
    }

    /** A statement as far as it is kept; only those that complete something, or take it back, are. */
    static Statement said(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("happened_at", OffsetDateTime.class);
        return new Statement(
                row.getObject("id", UUID.class),
                row.getObject("enrollment_id", UUID.class),
                "",
                row.getString("course"),
                row.getObject("voids", UUID.class),
                true,
                at == null ? null : at.toInstant(),
                row.getBytes("fingerprint"),
                null);
    }

    /** @return whether it waited */
    boolean dismiss(UUID id, DismissalReason why) {
        return sql.execute(
                        DISMISS, why.name(), actor.get().subject(), actor.get().tenant(), id)
                > 0;
    }

    Optional<ReceivedStatement> find(UUID id) {
        return sql.first(
                "SELECT " + ReceivedStatement.COLUMNS + " FROM xapi_statement WHERE tenant_id = ? AND id = ?",
                ReceivedStatement::of,
                actor.get().tenant(),
                id);
    }

    /**
     * Those after an id, by id.
     *
     * @param filter what columns are to hold
     */
    List<ReceivedStatement> list(Map<String, Object> filter, UUID after, int rows) {
        StringBuilder wanted = new StringBuilder();
        List<Object> values = new ArrayList<>(List.of(actor.get().tenant(), after == null ? new UUID(0, 0) : after));
        filter.forEach((column, value) -> {
            wanted.append(" AND ").append(column).append(" = ?");
            values.add(value instanceof Status status ? status.name() : value);
        });
        values.add(rows);
        return sql.list(LIST.formatted(wanted), ReceivedStatement::of, values.toArray());
    }
}
