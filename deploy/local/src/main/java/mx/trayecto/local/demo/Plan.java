package mx.trayecto.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a cohort is like, who of its women will not graduate, and on which day what happens.
 *
 * @param first number of its first woman among all of the demonstration's
 * @param missing how many will not graduate
 * @param followedUp whether each woman is followed up one by one
 */
record Plan(
        String code,
        String center,
        String municipality,
        String agreement,
        LocalDate startsOn,
        LocalDate endsOn,
        int first,
        int women,
        int missing,
        boolean surveyed,
        boolean followedUp) {

    static final int SESSIONS_A_MODULE = 2;

    /** Why a woman does not graduate. */
    enum Lack {
        MODULE,
        ATTENDANCE,
        EXIT
    }

    List<Woman> applicants() {
        return IntStream.range(0, women)
                .mapToObj(i -> new Woman(
                        first + i,
                        "%s-%03d".formatted(code, i + 1),
                        municipality,
                        !center.equals(SecondChance.CREA) && i % 3 == 0))
                .toList();
    }

    /** Whether its women work in the learning platform too: those of the agreement do. */
    boolean online() {
        return agreement != null;
    }

    /** Those who will not graduate come last; a third each lacks a module, attendance, the exit survey. */
    int missing(Lack lack) {
        int each = missing / 3;
        return lack == Lack.MODULE ? missing - 2 * each : each;
    }

    /** Whether the woman of this place, from 0, in the order of seats lacks it in the end. */
    boolean lacks(int woman, Lack lack) {
        int fromTheEnd = women - 1 - woman;
        int exit = missing(Lack.EXIT);
        int attendance = missing(Lack.ATTENDANCE);
        return switch (lack) {
            case EXIT -> fromTheEnd < exit;
            case ATTENDANCE -> fromTheEnd >= exit && fromTheEnd < exit + attendance;
            case MODULE -> fromTheEnd >= exit + attendance && fromTheEnd < missing;
        };
    }

    /** The day of a session, evenly spread; modules and sessions count from 0. */
    LocalDate sessionOn(int module, int session, int modules) {
        long step = (endsOn.toEpochDay() - startsOn.toEpochDay() - 10) / (modules * (long) SESSIONS_A_MODULE);
        return startsOn.plusDays(4 + step * (module * (long) SESSIONS_A_MODULE + session));
    }
}
