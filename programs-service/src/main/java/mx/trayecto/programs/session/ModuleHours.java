package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import mx.trayecto.programs.pathway.PathwayModule;

/** Gives a pathway's modules to sessions one after the other, each until its hours are given. */
final class ModuleHours {
    private final Iterator<PathwayModule> left;
    private PathwayModule now;
    private BigDecimal missing = BigDecimal.ZERO;

    ModuleHours(List<PathwayModule> modules) {
        left = modules.iterator();
    }

    /** What the next session teaches; null where nothing is left to teach. */
    UUID next(BigDecimal hours) {
        if (missing.signum() <= 0) {
            now = left.hasNext() ? left.next() : null;
            missing = now == null ? BigDecimal.ZERO : now.hours();
        }
        missing = missing.subtract(hours);
        return now == null ? null : now.id();
    }
}
