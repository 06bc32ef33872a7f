package mx.trayecto.programs.field;

import java.math.BigDecimal;

import mx.trayecto.platform.text.Money;

/** What something that was given is worth: more than nothing, and less than what any programme has. */
public final class Worth {
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

    private Worth() {}

    /** Refuses an amount that cannot be; null is one that is not known. */
    public static void check(String pointer, Money money, References faults) {
        if (money == null) {
            return;
        }
        BigDecimal amount = new BigDecimal(money.amount());
        if (amount.signum() <= 0) {
            faults.refuse(
                    pointer + "/amount",
                    "not-positive",
                    "debe ser mayor que cero; un importe desconocido se omite",
                    "must be more than zero; an unknown amount is left out");
        } else if (amount.compareTo(TOO_MUCH) >= 0) {
            faults.refuse(
                    pointer + "/amount",
                    "too-large",
                    "debe ser menor que un billón (10¹²)",
                    "must be less than a million million (10¹²)");
        }
    }
}
