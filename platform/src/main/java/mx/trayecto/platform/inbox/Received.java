package mx.trayecto.platform.inbox;

import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record and what it says.
 *
 * @param previousEpoch the epoch of its subject's event before it: another than its own after a restore
 */
record Received(ConsumerRecord<byte[], byte[]> record, InboxEvent event, int previousEpoch) {
    UUID subject() {
        return event.subject();
    }

    /**
     * Whether it is the first after a restore of its producer. What was set aside before it is then void, or in the topic's
     * history, where it can be read again.
     */
    boolean startsAnew(Ledger.Seen last) {
        return event.epoch() > (last == null ? 1 : last.epoch())
                && (previousEpoch != event.epoch() || event.sequence() == 1);
    }

    /** Whether it comes right after what was seen. */
    boolean follows(Ledger.Seen last) {
        return previousEpoch == last.epoch() && event.sequence() == last.sequence() + 1;
    }
}
