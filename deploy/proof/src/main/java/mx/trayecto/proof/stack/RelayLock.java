package mx.trayecto.proof.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

import mx.trayecto.local.PartName;

/** Which process relays a service's events: the one whose connection holds the advisory lock. Linux only. */
public final class RelayLock {
    private static final String HOLDER = "SELECT a.client_port FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
            + " WHERE l.locktype = 'advisory' AND l.granted AND a.application_name LIKE '%relay'"
            + " AND a.datname = current_database()";

    private final Stack stack;
    private final String database;

    public RelayLock(Stack stack, String database) {
        this.stack = stack;
        this.database = database;
    }

    /** @return which of the processes holds it, if one does */
    public OptionalLong holder(List<Long> processes) throws SQLException {
        OptionalInt port = clientPort();
        if (port.isEmpty()) {
            return OptionalLong.empty();
        }
        String inode = inode(port.getAsInt());
        return processes.stream()
                .filter(pid -> holds(pid, "socket:[" + inode + "]"))
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private OptionalInt clientPort() throws SQLException {
        try (Connection connection = stack.database(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HOLDER)) {
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        }
    }

    /** Of the socket whose own port is the given one and whose other end is PostgreSQL's. */
    private String inode(int port) {
        String own = ":%04X".formatted(port);
        String other = ":%04X".formatted(stack.port(PartName.POSTGRES));
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : lines(Path.of("/proc/net", table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[1].endsWith(own) && columns[2].endsWith(other)) {
                    return columns[9];
                }
            }
        }
        return "";
    }

    private static boolean holds(long pid, String socket) {
        try (var descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return Files.readSymbolicLink(descriptor).toString().equals(socket);
                } catch (IOException closedMeanwhile) {
                    return false;
                }
            });
        } catch (IOException ended) {
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
