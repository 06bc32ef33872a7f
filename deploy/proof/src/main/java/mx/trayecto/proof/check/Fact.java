package mx.trayecto.proof.check;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A thing that counts, as it should be or as it is stored; what is not said of it is null.
 *
 * @param key {@code tenant/subject/kind/item}
 * @param place as the event tells it
 * @param municipality of what is no participant's
 */
public record Fact(
        String key,
        String tenant,
        String subject,
        String kind,
        String variant,
        String participant,
        String enrollment,
        Place place,
        LocalDate on,
        BigDecimal quantity,
        String municipality) {

    /** Where it happened. */
    public record Place(String program, String cohort, String center, String agreement) {}

    String text() {
        return "%s %s %s %s %s %s"
                .formatted(
                        variant,
                        participant,
                        enrollment,
                        place,
                        on,
                        quantity == null ? null : quantity.stripTrailingZeros().toPlainString());
    }
}
