package mx.trayecto.platform.outbox;

import java.util.UUID;

/**
 * Something that happened to an aggregate, in the past tense.
 *
 * @param type such as {@code mx.trayecto.enrollment.graduated.v1}
 * @param data a record without any personal data; null is a tombstone on a compacted topic
 */
public record Event(Topic topic, UUID aggregateId, String type, Object data) {}
