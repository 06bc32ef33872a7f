package mx.trayecto.indicators.projection;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whom a participant counts as: the end of the chain of merges. */
final class Merges {
    private Merges() {}

    /**
     * Follows the chain. Snapshots of different people arrive in any order, so for a moment a chain may run in a circle;
     * then the smallest id of the circle stands for all of them, whichever is asked.
     */
    static UUID canonical(TenantId start, Map<TenantId, UUID> mergedInto) {
        Set<UUID> walked = new LinkedHashSet<>();
        UUID at = start.id();
        while (walked.add(at)) {
            UUID next = mergedInto.get(new TenantId(start.tenant(), at));
            if (next == null) {
                return at;
            }
            at = next;
        }
        UUID first = at;
        return walked.stream()
                .dropWhile(id -> !id.equals(first))
                .min((a, b) -> a.toString().compareTo(b.toString()))
                .orElseThrow();
    }
}
