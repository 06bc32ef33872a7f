package mx.trayecto.indicators.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One thing that counts, as its event told it.
 *
 * @param variant what the kind is narrowed by: role, audience, reason, survey kind; empty if nothing
 * @param form a second narrowing (the kind of an activity, the currency of an amount); empty if nothing
 * @param participant whose it is, before merges; null for things of nobody
 * @param on business date in the centre's time zone
 * @param quantity hours, heads or money; null is unknown, never zero
 * @param attributes coded answers, or the campaign that an activity was part of, as JSON text; null if none
 * @param live false once retracted
 */
public record Fact(
        FactKey key,
        String variant,
        String form,
        UUID participant,
        UUID enrollment,
        Place place,
        UUID organization,
        LocalDate on,
        BigDecimal quantity,
        Qualifier qualifier,
        Stated stated,
        String attributes,
        boolean live) {

    /**
     * What is counted where it is of no participant: the thing itself, or the institution that was supported, or who of the
     * staff was trained.
     */
    public UUID counts() {
        return switch (key.kind()) {
            case SUPPORTED -> organization;
            case STAFF_TRAINED -> key.item();
            default -> key.subject();
        };
    }

    Fact movedTo(Place destination) {
        return with(destination, on, live);
    }

    Fact dated(LocalDate day) {
        return with(place, day, live);
    }

    Fact retracted() {
        return with(place, on, false);
    }

    private Fact with(Place where, LocalDate when, boolean counts) {
        return new Fact(
                key,
                variant,
                form,
                participant,
                enrollment,
                where,
                organization,
                when,
                quantity,
                qualifier,
                stated,
                attributes,
                counts);
    }
}
