package mx.trayecto.participants.registry;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.outbox.Event;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Publishes;
import mx.trayecto.platform.outbox.Republishes;
import mx.trayecto.platform.outbox.Topic;

/** Tells other services what may be counted of a person, whenever that becomes something else. */
@ApplicationScoped
class Snapshots implements Publishes, Republishes<Participant> {
    private static final Topic TOPIC = new Topic("trayecto.participants.v1", true);
    private static final String SUPPRESSED = "mx.trayecto.participant.suppressed.v1";

    /** All that is left of a merged record: without it her other records would become other women on a compacted topic. */
    record Suppressed(UUID participant, UUID mergedInto) {}

    @Inject
    Outbox outbox;

    @Inject
    Blocked blocked;

    @Override
    public List<Topic> topics() {
        return List.of(TOPIC);
    }

    /**
     * Publishes her snapshot in the transaction of the change.
     *
     * @param before the snapshot that was last published; null for the first
     */
    void publish(ParticipantChanged before, Participant p) {
        ParticipantChanged now = ParticipantChanged.of(p);
        if (!now.equals(before)) {
            outbox.append(TOPIC, p.id, ParticipantChanged.TYPE, now);
        }
    }

    /** Publishes the first snapshot of each, in the transaction that registers them. */
    void publishFirst(Collection<Participant> people) {
        outbox.appendAll(people.stream()
                .map(p -> new Event(TOPIC, p.id, ParticipantChanged.TYPE, ParticipantChanged.of(p)))
                .toList());
    }

    /**
     * Tells that nothing more is to be known of her: her facts stay, her dimensions become not stated.
     *
     * @param mergedInto what her record was merged into, as is told further on; null for the record that stands, of which
     *     a tombstone is left
     */
    void suppress(UUID participant, UUID mergedInto) {
        outbox.append(
                TOPIC, participant, SUPPRESSED, mergedInto == null ? null : new Suppressed(participant, mergedInto));
    }

    /** The data of a blocked person are shown to nobody, and yet go on to be counted. */
    @Override
    public void prepare() {
        blocked.show();
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Class<Participant> entity() {
        return Participant.class;
    }

    @Override
    public void tell(Participant p) {
        publish(null, p);
    }
}
