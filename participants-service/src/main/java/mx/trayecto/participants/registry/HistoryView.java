package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.attributes.Sensitive;

/** The dated values of a person's coded attributes, as far as they may be shown now. */
@Schema(name = "ParticipantHistory")
record HistoryView(List<Dated> items) {
    /** A value and its first day; without a value nothing is known from then on. */
    @Schema(name = "DatedAttribute")
    record Dated(
            String attribute,
            LocalDate from,

            @Schema(description = "The value as in a participant")
            Object value) {}

    /** @param open whether more than her state may be shown */
    static HistoryView of(Participant p, boolean open) {
        List<Dated> items = new ArrayList<>();
        p.history.byAttribute().forEach((attribute, entries) -> {
            boolean hidden = !open && !attribute.equals("state")
                    || p.protectedRecord && attribute.equals("municipality")
                    || !p.sensitiveDataMayBeUsed() && Sensitive.NAMES.contains(attribute);
            if (!hidden) {
                entries.forEach(entry -> items.add(
                        new Dated(attribute, entry.from(), entry.value().isNull() ? null : entry.value())));
            }
        });
        return new HistoryView(items);
    }
}
