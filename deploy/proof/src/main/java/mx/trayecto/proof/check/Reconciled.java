package mx.trayecto.proof.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ./suite reconcile} says that services hold otherwise than those who wrote it, each aggregate as often as
 * there are services that do.
 *
 * @param ahead of which more was applied than is left of it
 * @param unknown of which nothing is left
 * @param late of which something is still to be applied
 */
public record Reconciled(int ahead, int unknown, int late) {
    private static final Pattern ROW =
            Pattern.compile("(?m)^trayecto\\.\\S+ +\\w+ +\\d+ +(\\d+) +(\\d+) +(\\d+) +(\\d+) *$");

    /** @throws IllegalArgumentException where there is no table in it */
    public static Reconciled of(String told) {
        Matcher row = ROW.matcher(told);
        Reconciled all = null;
        while (row.find()) {
            all = (all == null ? new Reconciled(0, 0, 0) : all)
                    .and(number(row, 1), number(row, 3), number(row, 2) + number(row, 4));
        }
        if (all == null) {
            throw new IllegalArgumentException("no table in: " + told);
        }
        return all;
    }

    private Reconciled and(int moreAhead, int moreUnknown, int moreLate) {
        return new Reconciled(ahead + moreAhead, unknown + moreUnknown, late + moreLate);
    }

    private static int number(Matcher row, int group) {
        return Integer.parseInt(row.group(group));
    }
}
