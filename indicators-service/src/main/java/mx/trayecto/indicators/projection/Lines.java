package mx.trayecto.indicators.projection;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import mx.trayecto.indicators.fact.Dimension;

/** The lines of a batch's slots, numbered, so that sets of them are told apart by small numbers. */
final class Lines {
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final Map<TenantId, int[]> bySlot = new HashMap<>();
    private final Map<Line, Integer> numbers = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    Lines(Map<TenantId, Slot> slots) {
        slots.forEach((id, slot) -> {
            int[] each = new int[DIMENSIONS.length];
            for (int d = 0; d < each.length; d++) {
                each[d] = number(Line.of(slot, DIMENSIONS[d]));
            }
            bySlot.put(id, each);
        });
    }

    private int number(Line line) {
        return numbers.computeIfAbsent(line, added -> {
            lines.add(added);
            return lines.size() - 1;
        });
    }

    Line line(int number) {
        return lines.get(number);
    }

    /** The numbers of a slot's lines, one for each dimension. */
    int[] of(TenantId slot) {
        return bySlot.get(slot);
    }

    /** For each dimension the lines of these slots: ordered, each once. */
    IntBuffer[] of(UUID tenant, Collection<UUID> slots) {
        int[][] each = new int[slots.size()][];
        int s = 0;
        for (UUID slot : slots) {
            each[s++] = bySlot.get(new TenantId(tenant, slot));
        }
        IntBuffer[] sets = new IntBuffer[DIMENSIONS.length];
        for (int d = 0; d < sets.length; d++) {
            int[] column = new int[each.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = each[i][d];
            }
            sets[d] = IntBuffer.wrap(Arrays.stream(column).sorted().distinct().toArray());
        }
        return sets;
    }
}
