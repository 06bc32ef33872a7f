package mx.trayecto.participants.registry;

import java.util.List;
import java.util.UUID;

/**
 * All that the registry holds of a person, under whichever of her records.
 *
 * @param records the ids of all of them, first that of the one that stands
 * @param merged the records that were merged into it
 * @param merges which of them took over which
 */
public record Holding(List<UUID> records, Held standing, List<Held> merged, List<MergeView> merges) {}
