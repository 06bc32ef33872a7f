package mx.trayecto.indicators.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;

import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * How fast a history is taken in, in events a second into facts and declared tables, beside binary COPY of the same
 * facts into a table with the same indexes. Run with {@code -Dtrayecto.bench=true}.
 */
@QuarkusTest
@TrayectoTest
@EnabledIfSystemProperty(named = "trayecto.bench", matches = "true")
class ReplayMeasurement {
    private static final Logger LOG = Logger.getLogger(ReplayMeasurement.class);
    private static final int WOMEN = 4_700;
    private static final int BATCH = 2_000;

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Test
    void takesInAHundredThousandEvents() throws SQLException, IOException {
        Story warmUp = story(300);
        new Delivery(handlers, worker).inBatches(warmUp.told(), BATCH);
        Story story = story(WOMEN);

        long began = System.nanoTime();
        new Delivery(handlers, worker).inBatches(story.told(), BATCH);
        double seconds = (System.nanoTime() - began) / 1e9;

        long facts = Long.parseLong(
                Database.query("indicators", "SELECT count(*) FROM fact WHERE tenant_id = ?", story.tenant)
                        .getFirst());
        double copied = copy(story.tenant, facts);
        LOG.infof(
                "%d events in %.1f s = %.0f events/s; %d facts, %s slots, %s cells; binary COPY of the facts %.1f s"
                        + " = %.0f facts/s; ratio %.3f",
                story.told().size(),
                seconds,
                story.told().size() / seconds,
                facts,
                Database.query("indicators", "SELECT count(*) FROM slot WHERE tenant_id = ?", story.tenant)
                        .getFirst(),
                Database.query("indicators", "SELECT count(*) FROM cell WHERE tenant_id = ?", story.tenant)
                        .getFirst(),
                copied,
                facts / copied,
                story.told().size() / seconds / (facts / copied));
        assertEquals(
                String.valueOf(WOMEN),
                Database.query(
                                "indicators",
                                "SELECT members FROM cell WHERE tenant_id = ? AND counted = 'enrolled'"
                                        + " AND dimension = 'total' AND grain = 'all' AND program = ? AND agreement = ?",
                                story.tenant,
                                new UUID(0, 0),
                                new UUID(0, 0))
                        .getFirst());
    }

    /** A year of many cohorts in order of time, as the topics hold it. */
    private static Story story(int women) {
        Random chance = new Random(7);
        Story story = new Story(UUID.randomUUID());
        int cohorts = 60;
        List<Object[]> places = new ArrayList<>();
        List<UUID> programs = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<UUID> centers = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int c = 0; c < cohorts; c++) {
            centers.add(c % 4 == 0 ? UUID.randomUUID() : centers.getLast());
            ids.add(UUID.randomUUID());
            story.tell(
                    Story.PROGRAMS,
                    "cohort.changed",
                    ids.get(c),
                    "cohort",
                    ids.get(c),
                    "code",
                    "G" + c,
                    "program",
                    programs.get(c % 3),
                    "center",
                    centers.get(c),
                    "agreement",
                    programs.get(c % 3));
        }
        for (int w = 0; w < women; w++) {
            int c = chance.nextInt(cohorts);
            UUID participant = UUID.randomUUID();
            UUID enrollment = UUID.randomUUID();
            places.add(new Object[] {
                "enrollment",
                enrollment,
                "participant",
                participant,
                "program",
                programs.get(c % 3),
                "cohort",
                ids.get(c),
                "center",
                centers.get(c),
                "agreement",
                programs.get(c % 3)
            });
            story.tell(
                    Story.PARTICIPANTS,
                    "participant.changed",
                    participant,
                    "participant",
                    participant,
                    "birthYear",
                    1960 + chance.nextInt(46),
                    "birthMonth",
                    1 + chance.nextInt(12),
                    "gender",
                    "female",
                    "municipality",
                    "140" + (10 + chance.nextInt(30)));
        }
        LocalDate start = LocalDate.of(2024, 1, 15);
        List<UUID> sessions = new ArrayList<>();
        for (int s = 0; s < 16; s++) {
            sessions.add(UUID.randomUUID());
        }
        each(story, places, "applied", start);
        each(story, places, "enrolled", start.plusDays(10));
        for (int s = 0; s < 12; s++) {
            each(
                    story,
                    places,
                    "attendance-recorded",
                    start.plusWeeks(2L * s),
                    "session",
                    sessions.get(s),
                    "attended",
                    true,
                    "hours",
                    4);
        }
        for (int m = 12; m < 16; m++) {
            each(story, places, "module-completed", start.plusMonths(m - 8), "module", sessions.get(m), "hours", 8);
        }
        each(story, places, "graduated", start.plusMonths(8), "criteriaVersion", 2);
        each(story, places, "recognised", start.plusMonths(9), "ceremony", sessions.get(0));
        return story;
    }

    private static void each(Story story, List<Object[]> places, String what, LocalDate on, Object... more) {
        for (Object[] place : places) {
            Told told = story.tell(Story.ENROLLMENTS, "enrollment." + what, (UUID) place[1], place);
            told.data().put("on", on.toString()).setAll(Story.object(more));
        }
    }

    /** Seconds that the owner needs to copy the tenant's facts, in binary, into a table like theirs. */
    private static double copy(UUID tenant, long facts) throws SQLException, IOException {
        try (Connection source = Database.connect("indicators", "owner");
                Connection target = Database.connect("indicators", "owner");
                Statement statement = target.createStatement()) {
            statement.execute("CREATE TABLE copied (LIKE fact INCLUDING ALL)");
            PipedOutputStream out = new PipedOutputStream();
            InputStream in = new PipedInputStream(out, 1 << 20);
            Thread reading = Thread.ofPlatform().start(() -> {
                try (out) {
                    source.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "COPY (SELECT * FROM fact WHERE tenant_id = '" + tenant
                                            + "') TO STDOUT (FORMAT binary)",
                                    out);
                } catch (SQLException | IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            long began = System.nanoTime();
            long copied =
                    target.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY copied FROM STDIN (FORMAT binary)", in);
            double seconds = (System.nanoTime() - began) / 1e9;
            reading.join();
            statement.execute("DROP TABLE copied");
            assertEquals(facts, copied);
            return seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
