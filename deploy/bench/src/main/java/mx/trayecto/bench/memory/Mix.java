package mx.trayecto.bench.memory;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.trayecto.bench.ground.Site;
import mx.trayecto.bench.load.Caller;
import mx.trayecto.bench.load.Enrolments;
import mx.trayecto.bench.load.Wire;
import mx.trayecto.bench.load.Wire.Answer;

/** Of ten requests three write (a registration and two enrolments), and seven read, across all services. */
final class Mix {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final Caller coordinator;
    private final Caller analyst;
    private final Enrolments enrolments;
    private final String center;
    private final String indicator;
    private final String cohort;
    private final Queue<String> participants = new ConcurrentLinkedQueue<>();
    private final Queue<String> enrolled = new ConcurrentLinkedQueue<>();

    Mix(Site site) {
        coordinator = site.coordinator();
        analyst = site.analyst();
        enrolments = new Enrolments(coordinator, site.women(), site.cohorts());
        center = site.center();
        indicator = site.indicator();
        cohort = site.cohorts().getFirst();
    }

    /** @return whether it was answered as it should be */
    boolean next(Wire wire, int n) throws IOException {
        String woman = participants.peek();
        String place = enrolled.peek();
        return switch (n % 10) {
            case 0 -> made(wire, coordinator.post("/v1/participants", woman(n)), participants);
            case 1, 2 -> made(wire, enrolments.request(), enrolled);
            case 3 -> read(wire, coordinator.get("/v1/participants" + (woman == null ? "?limit=10" : "/" + woman)));
            case 4, 5 -> read(wire, coordinator.get("/v1/enrollments" + (place == null ? "?limit=10" : "/" + place)));
            case 6 -> read(wire, coordinator.get("/v1/enrollments?limit=50&cohort=" + cohort));
            case 7 -> read(wire, coordinator.get("/v1/cohorts?limit=20"));
            case 8 -> read(wire, analyst.get("/v1/indicators/" + indicator + "/values?period=all"));
            default -> read(wire, analyst.get("/v1/indicators/" + indicator + "/values?period=all&by=cohort"));
        };
    }

    private String woman(int n) {
        return ("{\"givenName\":\"Lucía %1$s\",\"firstSurname\":\"Prueba\",\"secondSurname\":\"Número %1$s\","
                        + "\"birthDate\":\"19%2$d-03-0%3$d\",\"gender\":\"female\","
                        + "\"residence\":{\"state\":\"14\",\"municipality\":\"14039\"},"
                        + "\"center\":\"%4$s\",\"registeredOn\":\"2024-06-03\"}")
                .formatted(letters(n), 60 + n % 39, 1 + n % 9, center);
    }

    /** Names have no digits. */
    private static String letters(int n) {
        StringBuilder name = new StringBuilder("N");
        for (int rest = n; rest > 0; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        return name.toString();
    }

    private static boolean made(Wire wire, byte[] request, Queue<String> ids) throws IOException {
        Answer answer = wire.exchange(request);
        Matcher id = ID.matcher(answer.text());
        if (answer.status() == 201 && id.find()) {
            ids.add(id.group(1));
            if (ids.size() > 1_000) {
                ids.poll();
            }
            return true;
        }
        return false;
    }

    private static boolean read(Wire wire, byte[] request) throws IOException {
        return wire.exchange(request).status() == 200;
    }
}
