package mx.trayecto.programs.pathway;

import java.util.List;

import mx.trayecto.platform.text.Bilingual;

/**
 * A phase of a pathway, in its order.
 *
 * @param after codes of earlier phases that come first: their required modules are completed before any of its own
 * @param startsOnDay first day it is planned for, counted from the cohort's first day, which is 1; null where it is not
 *     planned by day
 * @param endsOnDay last day it is planned for, counted alike
 */
record Phase(
        String code,
        Bilingual title,
        List<String> after,
        Integer startsOnDay,
        Integer endsOnDay,
        List<PathwayModule> modules) {

    /** The first day that is known of it; null where none is. */
    Integer firstDay() {
        return startsOnDay == null ? endsOnDay : startsOnDay;
    }

    /** The last day that is known of it; null where none is. */
    Integer lastDay() {
        return endsOnDay == null ? startsOnDay : endsOnDay;
    }
}
