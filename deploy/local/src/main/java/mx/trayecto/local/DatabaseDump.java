package mx.trayecto.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * All rows of one service's database in one file, as they stood at one moment: the binaries that come with the suite have
 * no pg_dump. The tables themselves are not in it: they must be those that the same migrations made.
 *
 * @param connection of the superuser, without automatic commits; the caller commits
 */
record DatabaseDump(Connection connection) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABOUT = "about.json";
    private static final String SEQUENCES = "sequences.json";
    private static final String MIGRATIONS = "flyway_schema_history";

    /** What a dump is of: which service's database, made by which migrations. */
    private record About(String database, List<String> migrations) {}

    /**
     * Writes every row; what is written to the database meanwhile is not among them.
     *
     * @return how many tables there are
     */
    int write(OutputStream file) throws SQLException, IOException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var tables = tables();
        if (tables.isEmpty()) {
            throw new LocalStackException("The database " + database() + " is empty: its service has not run yet.");
        }
        var zip = new ZipOutputStream(file);
        entry(zip, ABOUT, JSON.writeValueAsBytes(new About(database(), migrations())));
        for (var table : tables) {
            zip.putNextEntry(new ZipEntry(table));
            copy().copyOut("COPY " + quoted(table) + columns(table) + " TO STDOUT", zip);
            zip.closeEntry();
        }
        // after the rows: a sequence may then be further on than they are, never behind
        entry(zip, SEQUENCES, JSON.writeValueAsBytes(sequences()));
        zip.finish();
        return tables.size();
    }

    /**
     * Puts all rows back as they were, in place of those that are there, and raises the epoch of the events: beyond what
     * it was before and then, and by the clock, so that two restores of one dump never share one.
     *
     * @return the new epoch
     */
    int load(InputStream file) throws SQLException, IOException {
        var zip = new ZipInputStream(file);
        check(zip);
        execute("SET LOCAL session_replication_role = replica"); // neither triggers nor references stop a restore
        var before = number("SELECT epoch FROM producer_epoch");
        execute("TRUNCATE "
                + String.join(", ", tables().stream().map(DatabaseDump::quoted).toList()));
        var complete = false;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(SEQUENCES)) {
                set(JSON.readValue(zip.readAllBytes(), Map.class));
                complete = true;
            } else {
                copy().copyIn("COPY " + quoted(entry.getName()) + columns(entry.getName()) + " FROM STDIN", zip);
            }
        }
        if (!complete) {
            throw new LocalStackException("The file ends too early: nothing was restored.");
        }
        return number("UPDATE producer_epoch SET epoch = greatest(epoch + 1, " + before + " + 1,"
                + " extract(epoch FROM now() - timestamptz '2020-01-01 00:00Z')::int) RETURNING epoch");
    }

    private void check(ZipInputStream zip) throws IOException, SQLException {
        var first = zip.getNextEntry();
        if (first == null || !first.getName().equals(ABOUT)) {
            throw new LocalStackException("The file is no backup that this suite made.");
        }
        var about = JSON.readTree(zip.readAllBytes());
        if (!about.path("database").asText().equals(database())) {
            throw new LocalStackException("The file is a backup of %s, not of %s."
                    .formatted(about.path("database").asText(), database()));
        }
        if (!about.path("migrations").equals(JSON.valueToTree(migrations()))) {
            throw new LocalStackException(
                    ("The tables of %s are not those that were backed up: start the version of the"
                                    + " service that made the backup, restore, and go on to the newer one then.")
                            .formatted(database()));
        }
    }

    private List<String> migrations() throws SQLException {
        return texts("SELECT version || ' ' || checksum FROM " + MIGRATIONS + " WHERE success ORDER BY version");
    }

    private List<String> tables() throws SQLException {
        return texts("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                + " AND relname <> '" + MIGRATIONS + "' ORDER BY relname");
    }

    /** Those that are not computed from others. */
    private String columns(String table) throws SQLException {
        var names = new ArrayList<String>();
        try (var select = connection.prepareStatement("SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass"
                + " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum")) {
            select.setString(1, quoted(table));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    names.add("\"" + row.getString(1) + "\"");
                }
            }
        }
        return " (" + String.join(", ", names) + ")";
    }

    private Map<String, Long> sequences() throws SQLException {
        var last = new LinkedHashMap<String, Long>();
        try (var select = connection.createStatement();
                var row = select.executeQuery(
                        "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1")) {
            while (row.next()) {
                last.put(row.getString(1), row.getObject(2, Long.class));
            }
        }
        return last;
    }

    private void set(Map<?, ?> sequences) throws SQLException {
        try (var set = connection.prepareStatement("SELECT setval(?::regclass, coalesce(?, 1), ?)")) {
            for (var sequence : sequences.entrySet()) {
                var last = (Number) sequence.getValue();
                set.setString(1, quoted((String) sequence.getKey()));
                set.setObject(2, last == null ? null : last.longValue(), java.sql.Types.BIGINT);
                set.setBoolean(3, last != null);
                set.execute();
            }
        }
    }

    private String database() throws SQLException {
        return connection.getCatalog();
    }

    private CopyManager copy() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var select = connection.createStatement();
                var row = select.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private int number(String query) throws SQLException {
        return Integer.parseInt(texts(query).getFirst());
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return "public.\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
