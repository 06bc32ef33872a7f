package mx.trayecto.programs.held;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whoever adds a table, or a column, that tells of a woman thinks of what she is handed, too. */
@QuarkusTest
@TrayectoTest
class HeldPartTest {
    private static final Pattern FROM = Pattern.compile("FROM (\\w+) (\\w)\\n");

    /** What is not handed over, and why. */
    private static final Map<String, String> LEFT_OUT = new TreeMap<>(Map.ofEntries(
            Map.entry("application_intake.arrival", "its place in the line of the cohort"),
            Map.entry("application_intake.attempts", "of the worker that decides"),
            Map.entry("application_intake.next_attempt_at", "of the worker that decides"),
            Map.entry("application_intake.traceparent", "of the request that it came with"),
            Map.entry("credential.program_id", "that of her enrolment"),
            Map.entry("delivery.participant_id", "that of her enrolment"),
            Map.entry("delivery.record_hidden", "that of her enrolment"),
            Map.entry("delivery.row_digest", "a digest of what the delivery says"),
            Map.entry("enrollment.ended_together", "by which act; the reason says why"),
            Map.entry("xapi_statement.fingerprint", "a digest of what was sent")));

    /** Of every row: whose it is, how often it was written and when it was first. */
    private static final Set<String> OF_EVERY_ROW = Set.of("tenant_id", "id", "version", "created_at");

    /** The statement of each table, with the name that it gives it. */
    private static final Map<String, HeldPart> READ = new TreeMap<>();

    static {
        Arrays.stream(HeldPart.values()).forEach(part -> READ.put(from(part).group(1), part));
    }

    private static Matcher from(HeldPart part) {
        Matcher from = FROM.matcher(part.statement());
        if (!from.find()) {
            throw new AssertionError(part + " reads no table");
        }
        return from;
    }

    private static Set<String> tables() throws SQLException {
        return new TreeSet<>(Database.query("programs", """
                SELECT table_name FROM information_schema.columns
                 WHERE table_schema = 'public' AND (column_name ~ 'enrollment|participant' OR column_name = 'mentees')
                UNION
                SELECT conrelid::regclass::text FROM pg_constraint
                 WHERE contype = 'f' AND confrelid IN ('enrollment'::regclass, 'known_participant'::regclass)
                UNION
                SELECT 'known_participant'"""));
    }

    @Test
    void readsEveryTableThatNamesAWoman() throws SQLException {
        assertEquals(tables(), READ.keySet());
    }

    @Test
    void readsEveryColumnOfThem() throws SQLException {
        Set<String> missing = new TreeSet<>();
        for (String table : tables()) {
            Matcher from = from(READ.get(table));
            for (String column : Database.query(
                    "programs",
                    "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ?",
                    table)) {
                Pattern read = Pattern.compile("\\b" + from.group(2) + "\\." + column + "\\b");
                if (!OF_EVERY_ROW.contains(column)
                        && !read.matcher(READ.get(table).statement()).find()) {
                    missing.add(table + "." + column);
                }
            }
        }
        assertEquals(LEFT_OUT.keySet(), missing);
    }
}
