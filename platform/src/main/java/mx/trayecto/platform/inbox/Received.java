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

    /** Whether it comes right after what was seen. */
    boolean follows(Ledger.Seen last) {
        return previousEpoch == last.epoch() && event.sequence() == last.sequence() + 1;
    }
}
