package mx.trayecto.indicators.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
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
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

/**
 * {@code trayecto.deliveries.v1}: what a woman has in her hands is a fact from the day she had it; what was only asked for
 * or approved, or is corrected to have been neither, is none. Each event tells the delivery whole.
 */
@ApplicationScoped
class DeliveryEvents implements InboxHandler {
    @Override
    public Set<String> topics() {
        return Set.of("trayecto.deliveries.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Change> changes = events.stream().map(DeliveryEvents::change).toList();
        Intake.take(worker, events, figures -> figures.change(changes));
    }

    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        Intake.forget(worker, subjects);
    }

    private static Change change(InboxEvent event) {
        if (Intake.happened(event, "mx.trayecto.delivery.").isEmpty()) {
            throw new UnreadableEvent("unknown type of event");
        }
        EventData data = EventData.of(event);
        FactKey key = FactKey.whole(event.tenant(), data.id("delivery"), FactKind.DELIVERED);
        if (!data.code("state").equals("delivered")) {
            return new Change.Retract(key);
        }
        return new Change.Put(new Fact(
                key,
                data.code("kind"),
                "",
                data.id("participant"),
                data.optionalId("enrollment"),
                new Place(
                        data.optionalId("program"),
                        data.optionalId("cohort"),
                        data.optionalId("center"),
                        data.optionalId("agreement")),
                data.optionalId("institution"),
                data.date("on"),
                null,
                Qualifier.EXACT,
                Stated.NOTHING,
                null,
                true));
    }
}
