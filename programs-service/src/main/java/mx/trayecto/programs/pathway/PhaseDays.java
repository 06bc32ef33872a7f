package mx.trayecto.programs.pathway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import mx.trayecto.programs.field.References;

/** The rule of the days that phases are planned for: each ends after it starts, and starts after what it comes after. */
final class PhaseDays {
    private PhaseDays() {}

    static void check(List<Phase> phases, References faults) {
        Map<String, Integer> reached = new HashMap<>(); // by phase, the last day of it and of all before it
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            int before = phase.after().stream()
                    .map(reached::get)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            if (phase.lastDay() != null && phase.lastDay() < phase.firstDay()) {
                faults.refuse("/phases/" + i + "/endsOnDay", "range", "es anterior al inicio", "is before its start");
            }
            if (phase.firstDay() != null && phase.firstDay() < before) {
                faults.refuse(
                        "/phases/" + i + (phase.startsOnDay() == null ? "/endsOnDay" : "/startsOnDay"),
                        "before-prerequisite",
                        "es anterior al fin de una fase que va antes (día " + before + ")",
                        "is before the end of a phase that comes first (day " + before + ")");
            }
            reached.put(phase.code(), phase.lastDay() == null ? before : Math.max(before, phase.lastDay()));
        }
    }
}
