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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Promise R3 for what is taken back: one woman while her records are merged, and to the last cell as before once they are
 * parted; and as if a completion that was revoked had never been recorded.
 */
@QuarkusTest
@TrayectoTest
class ReversalTest {
    private static final UUID KEPT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    /** Three records, of women in two places, each graduated. */
    private static Story women() {
        Story story = new Story(UUID.randomUUID());
        stands(story, KEPT, "14039");
        stands(story, OTHER, "20067");
        stands(story, THIRD, "20067");
        for (UUID participant : List.of(KEPT, OTHER, THIRD)) {
            new Enrolled(UUID.nameUUIDFromBytes(participant.toString().getBytes()), participant, null, KEPT, null, null)
                    .tell(story, "graduated", LocalDate.of(2024, 9, 30));
        }
        return story;
    }

    @Test
    void everyFigureIsAsIfWhatWasRevokedHadNeverBeenRecorded() throws SQLException {
        UUID module = UUID.randomUUID();
        Story with = women();
        completed(with, "module-completed", module, LocalDate.of(2024, 7, 1));
        completed(with, "completion-revoked", module, LocalDate.of(2024, 7, 1));
        assertEquals(figures(women()), figures(with));

        Story once = women();
        completed(once, "module-completed", module, LocalDate.of(2024, 8, 1));
        completed(with, "module-completed", module, LocalDate.of(2024, 8, 1));
        assertEquals(figures(once), figures(anew(with)));
        assertEquals("1/1/1/8.00", Kept.of(once.tenant).get("completed|total||all"));
    }

    /** The same, told to a tenant that has heard nothing yet. */
    private static Story anew(Story story) {
        Story anew = new Story(UUID.randomUUID());
        story.told().forEach(each -> anew.told().add(each.under(anew.tenant)));
        return anew;
    }

    private static void completed(Story story, String what, UUID module, LocalDate on) {
        new Enrolled(UUID.nameUUIDFromBytes(KEPT.toString().getBytes()), KEPT, null, KEPT, null, null)
                .tell(story, what, on)
                .with("module", module)
                .with("hours", 8);
    }

    private static void stands(Story story, UUID record, String municipality) {
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        history.putArray("municipality").addObject().put("from", "2024-01-01").put("value", municipality);
        history.putArray("gender").addObject().put("from", "2024-01-01").put("value", "female");
        story.changed(Story.PARTICIPANTS, "participant", record)
                .with("birthYear", 1985)
                .with("birthMonth", 4)
                .with("history", history);
    }

    private static void merged(Story story, UUID record, UUID into) {
        story.changed(Story.PARTICIPANTS, "participant", record).with("mergedInto", into);
    }

    private Map<String, String> figures(Story story) throws SQLException {
        new Delivery(handlers, worker).inBatches(story.told(), 1);
        Map<String, String> figures = Kept.of(story.tenant);
        for (long seed = 1; seed <= 4; seed++) {
            UUID elsewhere = UUID.randomUUID();
            List<Told> told =
                    story.told().stream().map(each -> each.under(elsewhere)).toList();
            new Delivery(handlers, worker).inAnyOrder(told, new Random(seed));
            assertEquals(figures, Kept.of(elsewhere));
        }
        return figures;
    }

    @Test
    void sheCountsOnceWhileHerRecordsAreMerged() throws SQLException {
        Story story = women();
        merged(story, OTHER, KEPT);
        Map<String, String> figures = figures(story);

        assertEquals("3/3/2/0.00", figures.get("graduated|total||all"));
        assertEquals("2/2/1/0.00", figures.get("graduated|municipality|14039|all"));
        assertEquals("1/1/1/0.00", figures.get("graduated|municipality|20067|all"));
    }

    @Test
    void everyFigureIsAsBeforeOnceTheyAreParted() throws SQLException {
        Map<String, String> before = figures(women());
        Story story = women();
        merged(story, OTHER, KEPT);
        stands(story, OTHER, "20067");

        assertEquals(before, figures(story));
    }

    @Test
    void whatWasMergedBeforeGoesAlongWithWhomItWasMergedInto() throws SQLException {
        Story pair = women();
        merged(pair, THIRD, OTHER);
        Story line = women();
        merged(line, THIRD, OTHER);
        merged(line, OTHER, KEPT);
        merged(line, THIRD, KEPT);
        assertEquals("3/3/1/0.00", figures(line).get("graduated|total||all"));

        Story again = women();
        merged(again, THIRD, OTHER);
        merged(again, OTHER, KEPT);
        merged(again, THIRD, KEPT);
        stands(again, OTHER, "20067");
        merged(again, THIRD, OTHER);
        assertEquals(figures(pair), figures(again));
    }
}
