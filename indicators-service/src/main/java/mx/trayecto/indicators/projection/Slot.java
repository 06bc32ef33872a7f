package mx.trayecto.indicators.projection;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import mx.trayecto.indicators.fact.Place;

/**
 * A combination of all dimensions that declared tables know: what stands in one slot counts to the same cells. Slots are
 * few where facts are many, and their id follows from their content, so a rebuild makes the same ones.
 */
record Slot(
        UUID tenant, UUID id, UUID program, UUID agreement, UUID center, UUID cohort, LocalDate month, Traits traits) {
    /** Stands for "none" in keys, which take no nulls. */
    static final UUID NONE = new UUID(0, 0);

    static Slot of(UUID tenant, Place place, LocalDate on, Traits traits) {
        UUID program = orNone(place.program());
        UUID agreement = orNone(place.agreement());
        UUID center = orNone(place.center());
        UUID cohort = orNone(place.cohort());
        LocalDate month = on.withDayOfMonth(1);
        String content = String.join(
                "|",
                program.toString(),
                agreement.toString(),
                center.toString(),
                cohort.toString(),
                month.toString(),
                traits.sex(),
                traits.ageGroup(),
                traits.state(),
                traits.municipality());
        UUID id = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        return new Slot(tenant, id, program, agreement, center, cohort, month, traits);
    }

    static UUID orNone(UUID id) {
        return id == null ? NONE : id;
    }
}
