package mx.trayecto.indicators.projection;

import java.math.BigDecimal;

import mx.trayecto.indicators.fact.Qualifier;

/** What a cell holds, or what is to be added to it. */
final class Tally {
    long facts;
    long enrollments;
    long members;
    BigDecimal quantity = BigDecimal.ZERO;
    long atLeast;
    long about;
    long atMost;

    /** Adds {@code times} (1 or -1) of one fact. */
    void fact(int times, BigDecimal amount, Qualifier qualifier) {
        facts += times;
        if (amount != null) {
            quantity = times > 0 ? quantity.add(amount) : quantity.subtract(amount);
        }
        switch (qualifier) {
            case AT_LEAST -> atLeast += times;
            case ABOUT -> about += times;
            case AT_MOST -> atMost += times;
            case EXACT -> {
                // nothing to remember: a sum is exact unless something says otherwise
            }
        }
    }

    void add(Tally other) {
        facts += other.facts;
        enrollments += other.enrollments;
        members += other.members;
        quantity = quantity.add(other.quantity);
        atLeast += other.atLeast;
        about += other.about;
        atMost += other.atMost;
    }

    boolean nothing() {
        return facts == 0
                && enrollments == 0
                && members == 0
                && quantity.signum() == 0
                && atLeast == 0
                && about == 0
                && atMost == 0;
    }
}
