package mx.trayecto.participants.duplicates;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;

import mx.trayecto.participants.finding.Likeness;
import mx.trayecto.participants.finding.Lookups;
import mx.trayecto.participants.registry.Likenesses;

/**
 * Compares records with those of the tenant that have anything telling in common with them. A merged record speaks for
 * the one that stands for it: she is known by either.
 */
@ApplicationScoped
class Comparison {
    /** Records that have something in common with more others than they were compared with. */
    static final String CUT = "trayecto.duplicates.cut";

    @Inject
    Likenesses likenesses;

    @Inject
    Lookups lookups;

    @Inject
    Candidates candidates;

    @Inject
    DuplicateConfig config;

    @Inject
    MeterRegistry meters;

    /** Compares, in the caller's transaction, as an actor who sees the whole tenant. */
    void compare(Collection<UUID> due) {
        Set<UUID> asked = likenesses.records(due);
        Map<UUID, Likeness> known = likenesses.of(asked);
        lookups.replace(asked, known.values());
        Lookups.Alike alike = lookups.alike(asked, config.others());
        Set<UUID> others = new HashSet<>();
        alike.pairs().forEach(pair -> others.add(pair.other()));
        others.removeAll(known.keySet());
        known.putAll(likenesses.of(others));
        meters.counter(CUT).increment(alike.more().size());
        for (UUID cut : alike.more()) { // what was not looked at stays in the queue, where pairs are of women
            asked.remove(cut);
            asked.remove(known.get(cut).woman);
        }
        candidates.settle(asked, best(alike.pairs(), known));
    }

    private Map<Pair, Found> best(List<Lookups.Pair> alike, Map<UUID, Likeness> known) {
        Set<Pair> looked = new HashSet<>();
        Map<Pair, Found> found = new LinkedHashMap<>();
        for (Lookups.Pair records : alike) {
            Likeness one = known.get(records.asked());
            Likeness other = known.get(records.other());
            if (one != null && other != null && !one.woman.equals(other.woman)) {
                Found pair = Found.of(one, other);
                if (looked.add(pair.records()) && pair.resemblance().probable()) {
                    found.merge(pair.women(), pair, (a, b) -> a.better(b) ? a : b);
                }
            }
        }
        Predicate<Found> dismissed = candidates.dismissedBeforeMerges(found.values());
        found.values().removeIf(dismissed);
        return found;
    }
}
