package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.attributes.History;
import mx.trayecto.participants.attributes.Sensitive;

/** The dated values of a person's attributes, as far as they may be shown now. */
@Schema(name = "ParticipantHistory")
record HistoryView(List<Dated> items) {
    /** A value and its first day; without a value nothing is known from then on. */
    @Schema(name = "DatedAttribute")
    record Dated(
            String attribute,
            LocalDate from,

            @Schema(description = "The value as in a participant")
            Object value) {}

    /** Of a protected record nowhere more than her states: where she lived is no more to be told than where she lives. */
    private static final Set<String> PLACES = Set.of("municipality", "locality", "address");

    /**
     * @param open whether more than her state may be shown
     * @param identity null where it may not be shown, or can no longer be read
     */
    static HistoryView of(Participant p, boolean open, Identity identity) {
        Map<String, List<History.Entry>> dated = new TreeMap<>(p.history.byAttribute());
        if (identity != null) {
            dated.putAll(identity.dated(p.registeredOn).byAttribute());
        }
        List<Dated> items = new ArrayList<>();
        dated.forEach((attribute, entries) -> {
            boolean hidden = !open && !attribute.equals("state")
                    || p.protectedRecord && PLACES.contains(attribute)
                    || !p.sensitiveDataMayBeUsed() && Sensitive.NAMES.contains(attribute);
            if (!hidden) {
                entries.forEach(entry -> items.add(
                        new Dated(attribute, entry.from(), entry.value().isNull() ? null : entry.value())));
            }
        });
        return new HistoryView(items);
    }
}
