package mx.trayecto.indicators.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.indicators.fact.Change;
import mx.trayecto.indicators.fact.Fact;
import mx.trayecto.indicators.fact.FactKey;
import mx.trayecto.indicators.fact.FactKind;
import mx.trayecto.indicators.fact.Place;
import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.fact.Stated;
import mx.trayecto.indicators.projection.Entry;
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

/**
 * {@code trayecto.programs.v1}: names and places of what figures are broken down by; a centre that opened and a person
 * of the staff are facts too.
 */
@ApplicationScoped
class ProgramEvents implements InboxHandler {
    @Override
    public Set<String> topics() {
        return Set.of("trayecto.programs.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (InboxEvent event : Intake.lastOfEach(events)) {
            if (event.data() == null) {
                gone(event, entries, changes);
            } else {
                read(event, entries, changes);
            }
        }
        Intake.take(worker, events, figures -> {
            figures.catalogue(entries);
            figures.change(changes);
        });
    }

    /** A tombstone does not say of what: whatever stood under the id is gone. */
    private static void gone(InboxEvent event, List<Entry> entries, List<Change> changes) {
        for (Entry.Kind kind : Entry.Kind.values()) {
            entries.add(Entry.gone(event.tenant(), kind, event.subject()));
        }
        changes.add(new Change.Retract(FactKey.whole(event.tenant(), event.subject(), FactKind.CENTER_OPENED)));
        changes.add(new Change.Retract(FactKey.whole(event.tenant(), event.subject(), FactKind.STAFF)));
    }

    private static void read(InboxEvent event, List<Entry> entries, List<Change> changes) {
        EventData data = EventData.of(event);
        switch (Intake.happened(event, "mx.trayecto.")) {
            case "organization.changed" -> entries.add(Entries.organization(event, data));
            case "agreement.changed" -> entries.add(Entries.agreement(event, data));
            case "program.changed" -> entries.add(Entries.program(event, data));
            case "cohort.changed" -> entries.add(Entries.cohort(event, data));
            case "center.changed" -> {
                entries.add(Entries.center(event, data));
                changes.add(opened(event, data));
            }
            case "staff.changed" -> changes.add(joined(event, data));
            case "pathway.changed", "transaction.changed" -> {
                // nothing is counted by them yet, and nothing is lost: the snapshot stays in its topic
            }
            default -> throw new UnreadableEvent("unknown type of event");
        }
    }

    private static Change opened(InboxEvent event, EventData data) {
        FactKey key = FactKey.whole(event.tenant(), event.subject(), FactKind.CENTER_OPENED);
        if (data.optionalDate("openedOn") == null) {
            return new Change.Retract(key);
        }
        return new Change.Put(new Fact(
                key,
                "",
                "",
                null,
                null,
                new Place(null, null, event.subject(), data.optionalId("agreement")),
                data.optionalId("organization"),
                data.date("openedOn"),
                null,
                Qualifier.EXACT,
                new Stated(null, data.optionalCode("state"), Entries.municipality(data)),
                null,
                true));
    }

    private static Change joined(InboxEvent event, EventData data) {
        return new Change.Put(new Fact(
                FactKey.whole(event.tenant(), event.subject(), FactKind.STAFF),
                data.code("kind"),
                "",
                null,
                null,
                new Place(null, null, data.optionalId("center"), data.optionalId("agreement")),
                data.optionalId("organization"),
                data.date("startsOn"),
                null,
                Qualifier.EXACT,
                new Stated(data.optionalCode("sex"), null, null),
                null,
                true));
    }
}
