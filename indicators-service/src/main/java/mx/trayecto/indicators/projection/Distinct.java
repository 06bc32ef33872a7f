package mx.trayecto.indicators.projection;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Distinct members and enrolments of cells, exactly: for every holder touched, the cells of her slots before are
 * compared with the cells of her slots after. In each dimension, those who moved alike are compared once, with their
 * number.
 */
final class Distinct {
    /** Numbers of the lines of one dimension before and after; equal where their content is. */
    private record Moved(String counted, IntBuffer before, IntBuffer after) {}

    private static final class Weight {
        private long members;
        private long enrollments;
    }

    private final Map<PresenceKey.Holder, Set<UUID>> membersBefore = new HashMap<>();
    private final Map<PresenceKey.Holder, Set<UUID>> membersAfter = new HashMap<>();
    private final Map<PresenceKey.Holder, Set<UUID>> enrollmentsBefore = new HashMap<>();
    private final Map<PresenceKey.Holder, Set<UUID>> enrollmentsAfter = new HashMap<>();

    /** @param held everything that the members touched had, all of it */
    Distinct(Map<PresenceKey, Long> held, Map<PresenceKey, Long> now) {
        held.forEach((key, refs) -> note(key, refs, membersBefore, enrollmentsBefore));
        now.forEach((key, refs) -> note(key, refs, membersAfter, enrollmentsAfter));
        dropUnmoved(membersBefore, membersAfter);
        dropUnmoved(enrollmentsBefore, enrollmentsAfter);
    }

    private static void note(
            PresenceKey key,
            long refs,
            Map<PresenceKey.Holder, Set<UUID>> members,
            Map<PresenceKey.Holder, Set<UUID>> enrollments) {
        if (refs > 0) {
            members.computeIfAbsent(key.byMember(), holder -> new HashSet<>()).add(key.slot());
            if (!key.enrollment().equals(Slot.NONE)) {
                enrollments
                        .computeIfAbsent(key.byEnrollment(), holder -> new HashSet<>())
                        .add(key.slot());
            }
        }
    }

    private static void dropUnmoved(
            Map<PresenceKey.Holder, Set<UUID>> before, Map<PresenceKey.Holder, Set<UUID>> after) {
        before.entrySet().removeIf(was -> {
            boolean unmoved = was.getValue().equals(after.get(was.getKey()));
            if (unmoved) {
                after.remove(was.getKey());
            }
            return unmoved;
        });
    }

    /** Every slot whose content is needed to tell the cells. */
    Set<TenantId> slots() {
        Set<TenantId> slots = new HashSet<>();
        membersBefore.forEach((holder, ids) -> ids.forEach(id -> slots.add(new TenantId(holder.tenant(), id))));
        membersAfter.forEach((holder, ids) -> ids.forEach(id -> slots.add(new TenantId(holder.tenant(), id))));
        enrollmentsBefore.forEach((holder, ids) -> ids.forEach(id -> slots.add(new TenantId(holder.tenant(), id))));
        enrollmentsAfter.forEach((holder, ids) -> ids.forEach(id -> slots.add(new TenantId(holder.tenant(), id))));
        return slots;
    }

    /** Adds what moved to the cells. {@code lines} knows every slot named. */
    void addTo(Map<CellKey, Tally> cells, Lines lines) {
        Map<Moved, Weight> moved = new HashMap<>();
        compare(membersBefore, membersAfter, lines, moved, true);
        compare(enrollmentsBefore, enrollmentsAfter, lines, moved, false);
        moved.forEach((move, weight) -> {
            Set<CellKey> before = cells(move.counted(), move.before(), lines);
            Set<CellKey> after = cells(move.counted(), move.after(), lines);
            after.stream().filter(cell -> !before.contains(cell)).forEach(cell -> add(cells, cell, weight, 1));
            before.stream().filter(cell -> !after.contains(cell)).forEach(cell -> add(cells, cell, weight, -1));
        });
    }

    private static void compare(
            Map<PresenceKey.Holder, Set<UUID>> before,
            Map<PresenceKey.Holder, Set<UUID>> after,
            Lines lines,
            Map<Moved, Weight> moved,
            boolean members) {
        Set<PresenceKey.Holder> holders = new HashSet<>(before.keySet());
        holders.addAll(after.keySet());
        for (PresenceKey.Holder holder : holders) {
            IntBuffer[] from = lines.of(holder.tenant(), before.getOrDefault(holder, Set.of()));
            IntBuffer[] to = lines.of(holder.tenant(), after.getOrDefault(holder, Set.of()));
            for (int dimension = 0; dimension < from.length; dimension++) {
                if (!from[dimension].equals(to[dimension])) {
                    Weight weight = moved.computeIfAbsent(
                            new Moved(holder.counted(), from[dimension], to[dimension]), move -> new Weight());
                    weight.members += members ? 1 : 0;
                    weight.enrollments += members ? 0 : 1;
                }
            }
        }
    }

    private static Set<CellKey> cells(String counted, IntBuffer numbers, Lines lines) {
        Set<CellKey> cells = new HashSet<>();
        for (int i = 0; i < numbers.limit(); i++) {
            lines.line(numbers.get(i)).cells(counted, cells::add);
        }
        return cells;
    }

    private static void add(Map<CellKey, Tally> cells, CellKey cell, Weight weight, int sign) {
        Tally tally = cells.computeIfAbsent(cell, key -> new Tally());
        tally.members += sign * weight.members;
        tally.enrollments += sign * weight.enrollments;
    }
}
