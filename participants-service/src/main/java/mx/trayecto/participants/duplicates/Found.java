package mx.trayecto.participants.duplicates;

import mx.trayecto.participants.finding.Likeness;
import mx.trayecto.participants.finding.Resemblance;

/**
 * Two records that were compared.
 *
 * @param women the records that stand for the two
 * @param telling what a decision on them is made on
 */
record Found(Pair women, Pair records, Resemblance resemblance, String telling) {
    static Found of(Likeness one, Likeness other) {
        return of(one, other, Pair.of(one.woman, other.woman));
    }

    /** Two records by themselves, though they may be merged. */
    static Found ofRecords(Likeness one, Likeness other) {
        return of(one, other, Pair.of(one.participant, other.participant));
    }

    private static Found of(Likeness one, Likeness other, Pair women) {
        Pair records = Pair.of(one.participant, other.participant);
        boolean inOrder = records.one().equals(one.participant);
        return new Found(
                women,
                records,
                Resemblance.of(one, other),
                inOrder ? one.telling() + "\n" + other.telling() : other.telling() + "\n" + one.telling());
    }

    boolean better(Found other) {
        return resemblance.score() >= other.resemblance.score();
    }

    /** Whether a merged record speaks here for the one that stands for it. */
    boolean byAnother() {
        return !women.equals(records);
    }
}
