package mx.trayecto.indicators.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import mx.trayecto.indicators.fact.Place;
import mx.trayecto.indicators.projection.Entry;
import mx.trayecto.platform.inbox.InboxEvent;

/** Snapshots of organizations, agreements, centres, programmes and cohorts as entries of the catalogue. */
final class Entries {
    private Entries() {}

    static Entry organization(InboxEvent event, EventData data) {
        return entry(event, Entry.Kind.ORGANIZATION, event.subject().toString(), title(data.node("name")), data);
    }

    static Entry agreement(InboxEvent event, EventData data) {
        return entry(event, Entry.Kind.AGREEMENT, label(data, "number"), title(data.node("title")), data);
    }

    static Entry program(InboxEvent event, EventData data) {
        return entry(event, Entry.Kind.PROGRAM, label(data, "code"), title(data.node("title")), data);
    }

    static Entry center(InboxEvent event, EventData data) {
        return entry(event, Entry.Kind.CENTER, label(data, "code"), title(data.node("name")), data);
    }

    static Entry cohort(InboxEvent event, EventData data) {
        data.id("program");
        return entry(event, Entry.Kind.COHORT, label(data, "code"), null, data);
    }

    /** Five digits, or null. */
    static String municipality(EventData data) {
        String code = data.text("municipality");
        if (code != null && !code.matches("\\d{5}")) {
            throw EventData.broken("municipality");
        }
        return code;
    }

    private static Entry entry(InboxEvent event, Entry.Kind kind, String code, String title, EventData data) {
        boolean cohort = kind == Entry.Kind.COHORT;
        return new Entry(
                event.tenant(),
                kind,
                event.subject(),
                code,
                title,
                new Place(
                        cohort ? data.optionalId("program") : null,
                        cohort ? event.subject() : null,
                        cohort ? data.optionalId("center") : null,
                        cohort || kind == Entry.Kind.CENTER ? data.optionalId("agreement") : null),
                data.optionalDate("startsOn"),
                data.optionalDate("endsOn"),
                municipality(data));
    }

    private static String label(EventData data, String field) {
        String label = data.text(field);
        if (label == null || label.isBlank()) {
            throw EventData.broken(field);
        }
        return label;
    }

    /** A name is told in both languages, or once for both. */
    private static String title(JsonNode told) {
        if (told.isTextual()) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("es", told.textValue())
                    .toString();
        }
        return told.isObject() && told.path("es").isTextual() ? told.toString() : null;
    }
}
