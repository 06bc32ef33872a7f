package mx.trayecto.local;

import java.util.ArrayList;
import java.util.List;

/** The events that one consuming service could not apply and has set aside. */
record ParkedEvents(Operations operations) {

    private static final String PATH = "/internal/dead-letters";

    /** The records of one subject, or one record whose key cannot be read. */
    record Subject(String topic, String key, String tenant, int records, String reason, String since) {}

    record Outcome(int applied, int left) {}

    List<Subject> list() {
        var subjects = new ArrayList<Subject>();
        for (var item : operations.get(PATH).path("items")) {
            subjects.add(new Subject(
                    item.path("topic").asText(),
                    item.path("key").asText(null),
                    item.path("tenant").asText(null),
                    item.path("records").asInt(),
                    item.path("reason").asText(),
                    item.path("since").asText()));
        }
        return subjects;
    }

    /** Applies them again; what still cannot be applied stays parked. */
    Outcome redrive() {
        var outcome = operations.post(PATH + "/redrive", null);
        return new Outcome(outcome.path("applied").asInt(), outcome.path("left").asInt());
    }
}
