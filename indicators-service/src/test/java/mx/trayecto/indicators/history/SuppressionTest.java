package mx.trayecto.indicators.history;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * One woman with three records, the first merged into the second and the second into the third, graduated under each of
 * them. Suppression takes what is known of her; she is one person still.
 */
@QuarkusTest
@TrayectoTest
class SuppressionTest {
    private static final List<UUID> RECORDS = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    private final Story story = new Story(UUID.randomUUID());

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "01", "10"})
    void sheStaysOnePersonAndIsStillKnownByTheRecordThatStands(String suppressed) throws SQLException {
        chain();
        suppress(suppressed);
        deliver();

        assertEquals("3/3/1/0.00", graduated("total", ""));
        assertEquals("3/3/1/0.00", graduated("sex", "female"));
        assertNull(graduated("sex", "notStated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "02", "20", "12", "21", "012", "021", "102", "120", "201", "210"})
    void sheStaysOnePersonOfWhomNothingIsStated(String suppressed) throws SQLException {
        chain();
        suppress(suppressed);
        deliver();

        for (String dimension : List.of("sex", "municipality", "ageGroup")) {
            assertEquals("3/3/1/0.00", graduated(dimension, "notStated"));
        }
        assertEquals("3/3/1/0.00", graduated("total", ""));
        assertNull(graduated("sex", "female"));
    }

    @Test
    void aSnapshotAfterTheSuppressionSaysWhoSheIsNow() throws SQLException {
        chain();
        suppress("012");
        snapshot(1, null);
        deliver();

        // The first and second record are one woman who is known; the third is another of whom nothing is.
        assertEquals("3/3/2/0.00", graduated("total", ""));
        assertEquals("2/2/1/0.00", graduated("sex", "female"));
        assertEquals("1/1/1/0.00", graduated("sex", "notStated"));
    }

    /** What a compacted topic holds in the end. */
    @Test
    void whatIsLeftOfMergedRecordsStillMakesOneWomanOfThem() throws SQLException {
        for (UUID merged : RECORDS.subList(0, 2)) {
            story.tell(
                    Story.PARTICIPANTS,
                    "participant.suppressed",
                    merged,
                    "participant",
                    merged,
                    "mergedInto",
                    RECORDS.get(2));
        }
        story.forget(Story.PARTICIPANTS, "participant.suppressed", RECORDS.get(2));
        graduations();
        deliver();

        assertEquals("3/3/1/0.00", graduated("sex", "notStated"));
    }

    private void chain() {
        snapshot(0, 1);
        snapshot(1, 2);
        snapshot(2, null);
        graduations();
    }

    private void snapshot(int record, Integer into) {
        story.changed(Story.PARTICIPANTS, "participant", RECORDS.get(record))
                .with("birthYear", 1985)
                .with("gender", "female")
                .with("municipality", "14039")
                .with("mergedInto", into == null ? null : RECORDS.get(into));
    }

    private void graduations() {
        for (UUID participant : RECORDS) {
            new Enrolled(UUID.randomUUID(), participant, null, UUID.randomUUID(), null, null)
                    .tell(story, "graduated", LocalDate.of(2024, 9, 30));
        }
    }

    /** In the order of the digits. */
    private void suppress(String records) {
        records.chars()
                .forEach(digit -> story.forget(Story.PARTICIPANTS, "participant.changed", RECORDS.get(digit - '0')));
    }

    /** Here in as few batches as there can be, for other tenants in batches and orders by chance: all say the same. */
    private void deliver() throws SQLException {
        new Delivery(handlers, worker).inBatches(story.told(), story.told().size());
        Map<String, String> here = Kept.of(story.tenant);
        for (long seed = 1; seed <= 4; seed++) {
            UUID other = UUID.randomUUID();
            List<Told> elsewhere =
                    story.told().stream().map(told -> told.under(other)).toList();
            new Delivery(handlers, worker).inAnyOrder(elsewhere, new Random(seed));
            assertEquals(here, Kept.of(other));
        }
    }

    private String graduated(String dimension, String value) throws SQLException {
        return Kept.of(story.tenant).get("graduated|" + dimension + "|" + value + "|all");
    }
}
