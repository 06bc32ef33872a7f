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
                Database.query("indicators", "SELECT count(*) FROM cell_now WHERE tenant_id = ?", story.tenant)
                        .getFirst(),
                copied,
                facts / copied,
                story.told().size() / seconds / (facts / copied));
        assertEquals(
                String.valueOf(WOMEN),
                Database.query(
                                "indicators",
                                "SELECT members FROM cell_now WHERE tenant_id = ? AND counted = 'enrolled'"
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
        List<UUID> programs = Chance.ids(3);
        List<Enrolled> cohorts = new ArrayList<>();
        UUID center = null;
        for (int c = 0; c < 60; c++) {
            center = c % 4 == 0 ? UUID.randomUUID() : center;
            UUID program = programs.get(c % 3);
            Enrolled cohort = new Enrolled(null, null, program, UUID.randomUUID(), center, program);
            story.changed(Story.PROGRAMS, "cohort", cohort.cohort())
                    .with("code", "G" + c)
                    .with("program", program)
                    .with("center", center)
                    .with("agreement", program);
            cohorts.add(cohort);
        }
        List<Enrolled> enrolled = new ArrayList<>();
        for (int w = 0; w < women; w++) {
            Enrolled woman = cohorts.get(chance.nextInt(cohorts.size())).of(UUID.randomUUID(), UUID.randomUUID());
            enrolled.add(woman);
            story.changed(Story.PARTICIPANTS, "participant", woman.participant())
                    .with("birthYear", 1960 + chance.nextInt(46))
                    .with("birthMonth", 1 + chance.nextInt(12))
                    .with("gender", "female")
                    .with("municipality", "140" + (10 + chance.nextInt(30)));
        }
        LocalDate start = LocalDate.of(2024, 1, 15);
        List<UUID> items = Chance.ids(16);
        enrolled.forEach(woman -> woman.tell(story, "applied", start));
        enrolled.forEach(woman -> woman.tell(story, "enrolled", start.plusDays(10)));
        for (int s = 0; s < 12; s++) {
            LocalDate on = start.plusWeeks(2L * s);
            UUID session = items.get(s);
            enrolled.forEach(woman -> woman.tell(story, "attendance-recorded", on)
                    .with("session", session)
                    .with("attended", true)
                    .with("hours", 4));
        }
        for (int m = 12; m < 16; m++) {
            LocalDate on = start.plusMonths(m - 8);
            UUID module = items.get(m);
            enrolled.forEach(woman -> woman.tell(story, "module-completed", on)
                    .with("module", module)
                    .with("hours", 8));
        }
        enrolled.forEach(
                woman -> woman.tell(story, "graduated", start.plusMonths(8)).with("criteriaVersion", 2));
        enrolled.forEach(
                woman -> woman.tell(story, "recognised", start.plusMonths(9)).with("ceremony", items.get(0)));
        return story;
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
