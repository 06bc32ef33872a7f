package mx.trayecto.platform.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import mx.trayecto.platform.rows.Encoding;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tenancy.Actor;

/**
 * A task in the hands of a worker.
 *
 * @param actor the service, in the name of who began it and with her limits
 */
record Task(
        UUID id,
        String kind,
        Format format,
        Encoding encoding,
        Map<String, String> options,
        boolean dryRun,
        Actor actor,
        String traceparent,
        int rowsTotal,
        int rowsDone,
        int attempts) {

    static final String COLUMNS = "id, kind, format, encoding, options, dry_run, subject, tenant_id, organization,"
            + " centers, source_system, scopes, traceparent, rows_total, rows_done, attempts";

    static Task of(ResultSet row, String service, StoredOptions options) throws SQLException {
        Actor actor = new Actor(
                row.getString("subject"),
                service,
                row.getObject("organization", UUID.class),
                row.getObject("tenant_id", UUID.class),
                Set.copyOf(List.of((UUID[]) row.getArray("centers").getArray())),
                Optional.ofNullable(row.getString("source_system")),
                Set.copyOf(List.of((String[]) row.getArray("scopes").getArray())));
        return new Task(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                Format.valueOf(row.getString("format")),
                Encoding.valueOf(row.getString("encoding")),
                options.read(row.getString("options")),
                row.getBoolean("dry_run"),
                actor,
                row.getString("traceparent"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getInt("attempts"));
    }

    ImportFile file(List<String> columns) {
        return new ImportFile(id, format, columns, options, dryRun);
    }

    /** How a task's options are read from their column. */
    @FunctionalInterface
    interface StoredOptions {
        Map<String, String> read(String stored);
    }
}
