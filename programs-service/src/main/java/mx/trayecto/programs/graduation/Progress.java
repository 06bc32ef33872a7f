package mx.trayecto.programs.graduation;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

import mx.trayecto.programs.instrument.InstrumentKind;

/**
 * What a woman has done by a day.
 *
 * @param sessions how many she attended
 * @param modules codes of the modules completed
 * @param moduleHours hours of the modules completed
 */
record Progress(
        UUID enrollment,
        int sessions,
        AttendanceShare attendance,
        Set<String> modules,
        BigDecimal moduleHours,
        Set<InstrumentKind> instruments,
        int followUps) {

    /** Trained is who attended at least once or completed at least one module. */
    boolean trained() {
        return sessions > 0 || !modules.isEmpty();
    }
}
