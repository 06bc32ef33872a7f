package mx.trayecto.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One consumer of one topic, held against the producer: page by page, in both directions.
 *
 * @param repair whether the producer is to tell how things stand, where the consumer holds what was lost
 */
record Reading(String topic, Operations producer, Operations consumer, boolean repair) {

    private static final String PATH = "/internal/positions";
    private static final String FIRST = "00000000-0000-0000-0000-000000000000";

    /** How an aggregate may differ. */
    enum Difference {
        /** The consumer applied events that the producer has lost, or set them aside. */
        AHEAD,
        /** The producer has written events that the consumer has not applied: on their way, or parked. */
        BEHIND,
        /** The producer knows no such aggregate any more. */
        UNKNOWN,
        /** The consumer has applied nothing of it: on its way, or parked. */
        MISSING
    }

    /** What was found: how many aggregates the consumer holds, and those that differ. */
    record Found(String topic, PartName consumer, int held, int repaired, Map<Difference, List<String>> differing) {
        int count(Difference kind) {
            return differing.get(kind).size();
        }

        boolean same() {
            return differing.values().stream().allMatch(List::isEmpty);
        }
    }

    Found compare() {
        var differing = new EnumMap<Difference, List<String>>(Difference.class);
        for (var kind : Difference.values()) {
            differing.put(kind, new ArrayList<>());
        }
        var held = 0;
        var repaired = 0;
        var page = consumer.get(PATH + "/applied?topic=" + topic);
        while (!page.path("items").isEmpty()) {
            held += page.path("items").size();
            var answer = producer.post(PATH + "/compare?topic=" + topic + "&repair=" + repair, page);
            repaired += answer.path("repaired").asInt();
            add(differing.get(Difference.AHEAD), answer.path("ahead"));
            add(differing.get(Difference.BEHIND), answer.path("behind"));
            add(differing.get(Difference.UNKNOWN), answer.path("unknown"));
            page = consumer.get(PATH + "/applied?topic=" + topic + "&after=" + last(page, "aggregate"));
        }
        page = producer.get(PATH + "/published?topic=" + topic);
        while (!page.path("items").isEmpty()) {
            add(
                    differing.get(Difference.MISSING),
                    consumer.post(PATH + "/missing?topic=" + topic, page).path("items"));
            page = producer.get(PATH + "/published?topic=" + topic + "&tenant=" + last(page, "tenant") + "&after="
                    + last(page, "aggregate"));
        }
        return new Found(topic, consumer.service(), held, repaired, differing);
    }

    private static String last(JsonNode page, String field) {
        var items = page.path("items");
        return items.get(items.size() - 1).path(field).asText(FIRST);
    }

    private static void add(List<String> differing, JsonNode positions) {
        positions.forEach(position -> differing.add("%s of tenant %s, at %s.%s"
                .formatted(
                        position.path("aggregate").asText(),
                        position.path("tenant").asText(),
                        position.path("epoch").asText(),
                        position.path("sequence").asText())));
    }
}
