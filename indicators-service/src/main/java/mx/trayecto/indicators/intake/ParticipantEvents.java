package mx.trayecto.indicators.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

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
        List<Snapshot> snapshots = Intake.lastOfEach(events).stream()
                .map(ParticipantEvents::snapshot)
                .toList();
        Intake.begin(worker, events).people(snapshots);
    }

    private static Snapshot snapshot(InboxEvent event) {
        if (event.data() == null) {
            return Snapshot.suppressed(event.tenant(), event.subject());
        }
        if (!Intake.happened(event, "mx.trayecto.participant.").equals("changed")) {
            throw new UnreadableEvent("unknown type of event");
        }
        EventData data = EventData.of(event);
        return new Snapshot(
                event.tenant(),
                event.subject(),
                data.optionalId("mergedInto"),
                data.number("birthYear"),
                data.number("birthMonth"),
                new CodedAttributes(data).json());
    }
}
