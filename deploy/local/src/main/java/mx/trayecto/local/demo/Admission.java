package mx.trayecto.local.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.demo.Api.Caller;

/** The women of one cohort apply through the state's portal, which asks until programs-service has decided. */
record Admission(Api api, Progress progress, Programme programme, Plan plan, String cohort) {

    static final String SOURCE = "portal-jalisco";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> UNDECIDED = Set.of("submitted", "applied");

    void run() {
        awaitDecisions(progress.each("applications", plan.applicants(), this::apply));
    }

    private String apply(Woman woman) {
        return api.post(
                        Caller.PORTAL,
                        "application/" + woman.externalId(),
                        "/v1/applications",
                        Json.of(
                                "participant", woman.registration(programme.center(plan.center())),
                                "cohort", cohort,
                                "reference", Json.of("sourceSystem", SOURCE, "externalId", woman.externalId()),
                                "consents",
                                        List.of(Json.of(
                                                "purpose", "contact",
                                                "noticeVersion", "2024-1",
                                                "channel", "portal",
                                                "granted", true)),
                                "on", plan.startsOn().toString()))
                .id();
    }

    /** Looks at the portal's whole list again and again, not at each application: that is a page or three. */
    private void awaitDecisions(List<String> applications) {
        Set<String> open = new HashSet<>(applications);
        long deadline = deadline();
        while (true) {
            int before = open.size();
            open.removeAll(enrolled());
            if (open.size() < before) {
                progress.show("decisions", applications.size() - open.size(), applications.size());
                deadline = deadline();
            }
            if (open.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new DemoFailure(
                        "%d applications to %s were not decided within a minute".formatted(open.size(), plan.code()));
            }
            Api.pause(200);
        }
    }

    private Set<String> enrolled() {
        Set<String> enrolled = new HashSet<>();
        for (JsonNode application : api.list(Caller.PORTAL, "/v1/applications")) {
            String status = application.path("status").asText();
            if (status.equals("enrolled")) {
                enrolled.add(application.path("id").asText());
            } else if (!UNDECIDED.contains(status)
                    && application.path("cohort").asText().equals(cohort)) {
                throw new DemoFailure("an application to %s became %s".formatted(plan.code(), status));
            }
        }
        return enrolled;
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE.toNanos();
    }
}
