package mx.trayecto.indicators.intake;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.indicators.fact.Change;
import mx.trayecto.indicators.fact.Counted;
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
 * {@code trayecto.deliveries.v1}: what was approved is a fact from that day on, and what a woman has in her hands another
 * from the day she had it; what was only asked for or refused, or is corrected to have been neither, is none. Each event
 * tells the delivery whole.
 */
@ApplicationScoped
class DeliveryEvents implements InboxHandler {
    @Override
    public Set<String> topics() {
        return Set.of("trayecto.deliveries.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Change> changes = events.stream().flatMap(DeliveryEvents::changes).toList();
        Intake.take(worker, events, figures -> figures.change(changes));
    }

    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        Intake.forget(worker, subjects);
    }

    private static Stream<Change> changes(InboxEvent event) {
        if (Intake.happened(event, "mx.trayecto.delivery.").isEmpty()) {
            throw new UnreadableEvent("unknown type of event");
        }
        EventData data = EventData.of(event);
        boolean delivered = data.code("state").equals("delivered");
        LocalDate approved =
                delivered || data.code("state").equals("approved") ? data.optionalDate("approvedOn") : null;
        return Stream.of(
                change(event, data, FactKind.APPROVED, approved, "approvedAmount", "approvedCurrency"),
                change(event, data, FactKind.DELIVERED, delivered ? data.date("on") : null, "amount", "currency"));
    }

    /** @param on since when it is so; null where it is not */
    private static Change change(
            InboxEvent event, EventData data, FactKind kind, LocalDate on, String worth, String currency) {
        FactKey key = FactKey.whole(event.tenant(), data.id("delivery"), kind);
        if (on == null) {
            return new Change.Retract(key);
        }
        BigDecimal amount = data.money(worth);
        return new Change.Put(new Fact(
                key,
                data.code("kind"),
                amount == null ? Counted.UNKNOWN : data.code(currency),
                data.id("participant"),
                data.optionalId("enrollment"),
                new Place(
                        data.optionalId("program"),
                        data.optionalId("cohort"),
                        data.optionalId("center"),
                        data.optionalId("agreement")),
                data.optionalId("institution"),
                on,
                amount,
                amount == null ? Qualifier.AT_LEAST : Qualifier.EXACT,
                Stated.NOTHING,
                null,
                true));
    }
}
