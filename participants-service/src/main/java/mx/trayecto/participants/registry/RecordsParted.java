package mx.trayecto.participants.registry;

import java.util.UUID;

/** Fired in the transaction in which a merge was taken back: two records stand again. */
public record RecordsParted(UUID survivor, UUID parted) {}
