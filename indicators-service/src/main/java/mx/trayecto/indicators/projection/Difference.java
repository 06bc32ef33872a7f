package mx.trayecto.indicators.projection;

import java.util.HashMap;
import java.util.Map;

import mx.trayecto.indicators.fact.Counted;
import mx.trayecto.indicators.fact.Fact;

/** What a batch of changed facts adds to and takes from reference counts and cells, before either is touched. */
final class Difference {
    /** What is counted under a name in a slot. */
    record Place(String counted, TenantId slot) {}

    final Map<PresenceKey, Long> presence = new HashMap<>();
    final Map<Place, Tally> tallies = new HashMap<>();
    final Map<TenantId, Slot> slots = new HashMap<>();

    /** The fact stood like this before; null if it was not there. */
    void leaves(Placed before) {
        count(before, -1);
    }

    /** The fact stands like this now. */
    void enters(Placed after) {
        count(after, 1);
    }

    private void count(Placed placed, int times) {
        if (placed == null || !placed.fact().live()) {
            return;
        }
        Fact fact = placed.fact();
        TenantId slot = new TenantId(placed.slot().tenant(), placed.slot().id());
        slots.put(slot, placed.slot());
        for (String counted : Counted.names(fact.key().kind(), fact.variant(), fact.form())) {
            presence.merge(
                    new PresenceKey(slot.tenant(), placed.member(), counted, slot.id(), Slot.orNone(fact.enrollment())),
                    (long) times,
                    Long::sum);
            tallies.computeIfAbsent(new Place(counted, slot), place -> new Tally())
                    .fact(times, fact.quantity(), fact.qualifier());
        }
    }

    /** Drops what came and went in equal measure. */
    void settle() {
        presence.values().removeIf(refs -> refs == 0);
        tallies.values().removeIf(Tally::nothing);
    }
}
