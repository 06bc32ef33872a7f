package mx.trayecto.bench.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import mx.trayecto.bench.ground.Cpu;
import mx.trayecto.bench.ground.Database;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.ProofFailure;

/**
 * The rows that imports leave, copied as CSV into databases like theirs: same tables, indexes and constraints. Who copies
 * is the superuser, whom no row policy checks.
 */
final class CopiedRows {
    /** With the column by which rows that are new since the last time are told. */
    private record Table(String database, String name, String key) {}

    /** In the order that foreign keys demand. */
    private static final List<Table> TABLES = List.of(
            new Table("keys", "data_key", "subject_id"),
            new Table("participants", "task", "id"),
            new Table("participants", "participant", "id"),
            new Table("participants", "external_reference", "participant_id"),
            new Table("participants", "consent", "participant_id"),
            new Table("participants", "search_token", "participant_id"),
            new Table("participants", "duplicate_check", "participant_id"),
            new Table("participants", "event_counter", "aggregate_id"),
            new Table("participants", "outbox", "aggregate_id"),
            new Table("participants", "audit_entry", "resource_id"),
            new Table("participants", "task_result", "task_id"));

    /** Of which a woman leaves one row. */
    private static final List<String> ONE_EACH =
            List.of("participant", "external_reference", "consent", "event_counter", "outbox", "task_result");

    private final Ground ground;
    private final UUID tenant;
    private final Map<Table, String> columns = new HashMap<>();

    /** Ids of what is there already; those that are made later are larger. */
    private UUID last = new UUID(0, 0);

    private CopiedRows(Ground ground, UUID tenant) {
        this.ground = ground;
        this.tenant = tenant;
    }

    /** Makes the copies, of databases without any row of the tenant; participants-service is left to be started. */
    static CopiedRows into(Ground ground, UUID tenant) {
        List<PartName> services = List.of(PartName.PARTICIPANTS, PartName.PROGRAMS, PartName.INDICATORS);
        services.forEach(ground.stack()::stop);
        TABLES.stream()
                .map(Table::database)
                .distinct()
                .forEach(database -> ground.copy(database, database + "_copied"));
        ground.stack().start(PartName.PROGRAMS);
        ground.stack().start(PartName.INDICATORS);
        return new CopiedRows(ground, tenant);
    }

    /**
     * Copies what is new in one transaction of each database.
     *
     * @param women how many were registered since the last time
     */
    void copy(int women, Map<String, Object> told) {
        Map<Table, Path> files = new LinkedHashMap<>();
        for (Table table : TABLES) {
            files.put(table, exported(table));
        }
        UUID newest = UUID.fromString(text(
                "participants",
                "SELECT id FROM (SELECT id FROM participant WHERE " + fresh("id")
                        + " UNION ALL SELECT id FROM task WHERE " + fresh("id") + ") t ORDER BY id DESC LIMIT 1"));
        Cpu cpu = new Cpu(Map.of("postgres", ground.stack().pid(PartName.POSTGRES)));
        long began = System.nanoTime();
        Map<String, Long> copied = new LinkedHashMap<>();
        for (String database : List.of("keys", "participants")) {
            imported(database, files, copied);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        told.put("copyPerSecond", women / seconds);
        told.put("copyCpuMillis", 1e3 * Cpu.sum(cpu.read()) / women);
        told.put("copiedRows", copied);
        for (String table : ONE_EACH) {
            if (copied.get(table) != women) {
                throw new ProofFailure(copied.get(table) + " rows of " + table + " for " + women + " women");
            }
        }
        last = newest;
    }

    private String fresh(String key) {
        return "tenant_id = '" + tenant + "' AND " + key + " > '" + last + "'";
    }

    private String text(String database, String query) {
        return ground.database(database).text(query);
    }

    private Path exported(Table table) {
        Path file = ground.home().resolve(table.name() + ".csv");
        ground.database(table.database()).with(connection -> {
            try (OutputStream to = Files.newOutputStream(file)) {
                copies(connection)
                        .copyOut(
                                "COPY (SELECT " + columns(table) + " FROM " + table.name() + " WHERE "
                                        + fresh(table.key()) + ") TO STDOUT (FORMAT csv)",
                                to);
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return file;
    }

    private void imported(String database, Map<Table, Path> files, Map<String, Long> copied) {
        new Database(ground.stack(), database + "_copied").with(connection -> {
            connection.setAutoCommit(false);
            for (Map.Entry<Table, Path> file : files.entrySet()) {
                Table table = file.getKey();
                if (table.database().equals(database)) {
                    try (InputStream from = Files.newInputStream(file.getValue())) {
                        copied.put(
                                table.name(),
                                copies(connection)
                                        .copyIn(
                                                "COPY " + table.name() + " (" + columns(table)
                                                        + ") FROM STDIN (FORMAT csv)",
                                                from,
                                                1 << 20));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            connection.commit();
            return null;
        });
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** All of them; when an event was published is not known yet when its row is written. */
    private String columns(Table table) {
        return columns.computeIfAbsent(
                table,
                any -> text(
                        table.database(),
                        "SELECT string_agg(column_name, ',' ORDER BY ordinal_position) FROM information_schema.columns"
                                + " WHERE table_name = '" + table.name() + "' AND column_name <> 'published_at'"
                                + " AND is_generated = 'NEVER'"));
    }
}
