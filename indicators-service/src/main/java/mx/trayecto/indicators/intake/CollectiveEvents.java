package mx.trayecto.indicators.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.indicators.fact.Change;
import mx.trayecto.indicators.fact.Fact;
import mx.trayecto.indicators.fact.FactKey;
import mx.trayecto.indicators.fact.FactKind;
import mx.trayecto.indicators.fact.Place;
import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.fact.Stated;
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

/**
 * {@code trayecto.collectives.v1}: a collective is a fact of the day it was formed, or registered where that is not known;
 * a membership one of the day she came. That it was dissolved, or she left, does not undo that it was there.
 */
@ApplicationScoped
class CollectiveEvents implements InboxHandler {
    @Override
    public Set<String> topics() {
        return Set.of("trayecto.collectives.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Change> changes = events.stream().map(CollectiveEvents::change).toList();
        Intake.take(worker, events, figures -> figures.change(changes));
    }

    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        Intake.forget(worker, subjects);
    }

    private static Change change(InboxEvent event) {
        EventData data = EventData.of(event);
        return switch (Intake.happened(event, "mx.trayecto.collective.")) {
            case "registered", "changed" -> new Change.Put(collective(event, data));
            case "member-joined", "member-left" -> new Change.Put(member(event, data));
            default -> throw new UnreadableEvent("unknown type of event");
        };
    }

    private static Fact collective(InboxEvent event, EventData data) {
        UUID collective = data.id("collective");
        return new Fact(
                FactKey.whole(event.tenant(), collective, FactKind.COLLECTIVE),
                data.code("kind"),
                data.code("sector"),
                null,
                null,
                new Place(null, null, data.optionalId("center"), null),
                null,
                data.optionalDate("formedOn") == null ? data.date("registeredOn") : data.date("formedOn"),
                null,
                Qualifier.EXACT,
                new Stated(null, null, Entries.municipality(data)),
                null,
                true);
    }

    private static Fact member(InboxEvent event, EventData data) {
        return new Fact(
                new FactKey(event.tenant(), data.id("collective"), FactKind.COLLECTIVE_MEMBER, data.id("member")),
                data.code("role"),
                "",
                data.id("participant"),
                null,
                Place.NOWHERE,
                null,
                data.date("joinedOn"),
                null,
                Qualifier.EXACT,
                Stated.NOTHING,
                null,
                true);
    }
}
