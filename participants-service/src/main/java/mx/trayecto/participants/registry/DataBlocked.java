package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Fired in the transaction in which a person's data are blocked, in all her records; the observer sees the whole tenant. */
public record DataBlocked(List<UUID> records, LocalDate on) {}
