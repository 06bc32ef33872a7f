package mx.trayecto.platform.storage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@TrayectoTest
class PipelineTest {
    private static final String COUNT = "SELECT count(*) FROM piped";

    private Connection connection;

    @BeforeEach
    void table() throws SQLException {
        Database.query(
                "programs",
                "CREATE TABLE piped (id uuid PRIMARY KEY, word text, day date, moment timestamptz, amount numeric,"
                        + " small int, large bigint, yes boolean)");
        connection = Database.connect("programs", "owner");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void noTable() throws SQLException {
        connection.close();
        Database.query("programs", "DROP TABLE piped");
    }

    private static long count(Connection on) throws SQLException {
        return new Pipeline(on).ask(COUNT, row -> row.getLong(1)).rows().getFirst();
    }

    @Test
    void whatWaitsGoesAlongWithTheQuestionAndComesBeforeIt() throws Exception {
        Pipeline pipeline = new Pipeline(connection);
        Pipeline.Answer<Void> two = pipeline.write(
                "INSERT INTO piped (id) SELECT unnest(?::uuid[])", List.of(UUID.randomUUID(), UUID.randomUUID()));
        pipeline.write("SELECT pg_advisory_xact_lock(1)");
        assertEquals(0, count(connection), "nothing is sent before it is asked for");
        assertEquals(List.of(2L), pipeline.ask(COUNT, row -> row.getLong(1)).rows());
        assertEquals(2, two.count());
        pipeline.send();
        assertEquals(2, count(connection), "sent once");
    }

    @Test
    void thousandsOfStatementsGoTogether() throws Exception {
        Pipeline pipeline = new Pipeline(connection);
        for (int i = 0; i < 6_000; i++) {
            pipeline.write(
                    "INSERT INTO piped (id, word, small, large) VALUES (?, ?, ?, ?)",
                    UUID.randomUUID(),
                    "x".repeat(200),
                    i,
                    (long) i);
        }
        assertEquals(List.of(6_000L), pipeline.ask(COUNT, row -> row.getLong(1)).rows());
    }

    @Test
    void eachStatementSeesWhatWasCommittedUntilItsTurn() throws Exception {
        try (Connection other = Database.connect("programs", "owner")) {
            other.setAutoCommit(false);
            new Pipeline(other).write("SELECT pg_advisory_xact_lock(77)").count();
            new Pipeline(other)
                    .write("INSERT INTO piped (id) VALUES (gen_random_uuid())")
                    .count();
            Pipeline pipeline = new Pipeline(connection);
            pipeline.write("SELECT pg_advisory_xact_lock(77)");
            Pipeline.Answer<Long> seen = pipeline.ask(COUNT, row -> row.getLong(1));
            CompletableFuture<List<Long>> found = CompletableFuture.supplyAsync(() -> {
                try {
                    return seen.rows();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            Eventually.get(
                    () -> Database.query("programs", "SELECT 1 FROM pg_locks WHERE objid = 77 AND NOT granted"),
                    waiting -> !waiting.isEmpty());
            other.commit();
            assertEquals(List.of(1L), found.get());
        }
    }

    @Test
    void aFaultEndsTheTransactionAndWhatComesAfterIt() throws Exception {
        Pipeline pipeline = new Pipeline(connection);
        UUID id = UUID.randomUUID();
        pipeline.write("INSERT INTO piped (id) VALUES (?)", id);
        pipeline.write("INSERT INTO piped (id) VALUES (?)", id);
        pipeline.write("INSERT INTO piped (id) VALUES (?)", UUID.randomUUID());
        assertEquals("23505", assertThrows(SQLException.class, pipeline::send).getSQLState());
        connection.rollback();
        pipeline.send();
        assertEquals(0, count(connection), "neither kept nor sent again");
    }

    private record Row(
            UUID id,
            String word,
            LocalDate day,
            Instant moment,
            BigDecimal amount,
            Integer small,
            Long large,
            Boolean yes) {}

    @Test
    void columnsComeBackAsTheyWere() throws Exception {
        List<Row> rows = List.of(
                new Row(
                        new UUID(0, 1),
                        "a \"quoted\", {braced} \\ word",
                        LocalDate.of(2024, 2, 29),
                        Instant.parse("2024-02-29T23:59:59.999999Z"),
                        new BigDecimal("12.50"),
                        -1,
                        1L << 40,
                        true),
                new Row(new UUID(0, 2), null, null, null, null, null, null, null),
                new Row(new UUID(0, 3), "", LocalDate.of(1900, 1, 1), Instant.EPOCH, BigDecimal.ZERO, 0, 0L, false));
        Pipeline pipeline = new Pipeline(connection);
        pipeline.write(
                "INSERT INTO piped SELECT * FROM unnest(?::uuid[], ?::text[], ?::date[], ?::timestamptz[], ?::numeric[],"
                        + " ?::int[], ?::bigint[], ?::boolean[])",
                Columns.of(rows)
                        .uuid(Row::id)
                        .text(Row::word)
                        .date(Row::day)
                        .time(Row::moment)
                        .number(Row::amount)
                        .whole(Row::small)
                        .count(Row::large)
                        .flag(Row::yes));
        assertEquals(
                rows,
                pipeline.ask(
                                "SELECT * FROM piped ORDER BY id",
                                row -> new Row(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getObject(3, LocalDate.class),
                                        row.getTimestamp(4) == null
                                                ? null
                                                : row.getTimestamp(4).toInstant(),
                                        row.getBigDecimal(5),
                                        row.getObject(6, Integer.class),
                                        row.getObject(7, Long.class),
                                        row.getObject(8, Boolean.class)))
                        .rows());
    }
}
