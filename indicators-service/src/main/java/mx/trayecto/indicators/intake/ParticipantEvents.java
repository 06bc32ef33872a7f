package mx.trayecto.indicators.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.indicators.projection.Snapshot;
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

/** {@code trayecto.participants.v1}: the last snapshot of each participant decides what her facts count as. */
@ApplicationScoped
class ParticipantEvents implements InboxHandler {
    @Override
    public Set<String> topics() {
        return Set.of("trayecto.participants.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        Map<UUID, InboxEvent> described = new HashMap<>();
        events.stream().filter(event -> event.data() != null).forEach(event -> described.put(event.subject(), event));
        List<Snapshot> snapshots = Intake.lastOfEach(events).stream()
                .map(last -> snapshot(last, described.get(last.subject())))
                .toList();
        Intake.take(worker, events, figures -> figures.people(snapshots));
    }

    /** A tombstone does not say whom she was merged into; a snapshot before it in the same batch does. */
    private static Snapshot snapshot(InboxEvent last, InboxEvent described) {
        if (described == null) {
            return Snapshot.suppressed(last.tenant(), last.subject());
        }
        Snapshot told = snapshot(described);
        return last.data() == null ? told.emptied() : told;
    }

    private static Snapshot snapshot(InboxEvent event) {
        EventData data = EventData.of(event);
        return switch (Intake.happened(event, "mx.trayecto.participant.")) {
            case "changed" -> described(event, data);
            case "suppressed" -> Snapshot.suppressed(event.tenant(), event.subject(), data.id("mergedInto"));
            default -> throw new UnreadableEvent("unknown type of event");
        };
    }

    private static Snapshot described(InboxEvent event, EventData data) {
        return new Snapshot(
                event.tenant(),
                event.subject(),
                data.optionalId("mergedInto"),
                data.number("birthYear"),
                data.number("birthMonth"),
                new CodedAttributes(data).json());
    }
}
