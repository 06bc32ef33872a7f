package mx.trayecto.participants.registry;

import java.util.UUID;

/** Fired in the transaction in which one record took another over. */
public record RecordsMerged(UUID survivor, UUID merged) {}
