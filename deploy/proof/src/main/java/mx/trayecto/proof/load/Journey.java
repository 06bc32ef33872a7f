package mx.trayecto.proof.load;

import java.util.List;
import java.util.Map;
import java.util.Random;

import mx.trayecto.local.Json;
import mx.trayecto.proof.ledger.Write;
import mx.trayecto.proof.load.Api.Reply;
import mx.trayecto.proof.load.Programme.Cohort;

/**
 * One woman's way, made by one client: registered, enrolled, there or not, corrected, through modules, away again, back
 * again. Every step moves some figure up or down.
 */
final class Journey {
    private final Writer writer;
    private final Programme programme;
    private final Random chance;

    Journey(Writer writer, Programme programme, Random chance) {
        this.writer = writer;
        this.programme = programme;
        this.chance = chance;
    }

    void walk() {
        Reply registered = register(writer, programme, chance);
        Cohort cohort =
                programme.cohorts().get(chance.nextInt(programme.cohorts().size()));
        String enrollment = enroll(writer, registered, cohort.id(), Programme.STARTS_ON);
        if (chance.nextInt(3) == 0) {
            step(writer, enrollment, cohort.id(), "activate", "activation", Map.of("on", "2024-06-10"));
        }
        for (String session : cohort.sessions()) {
            if (chance.nextInt(2) == 0) {
                attend(cohort.id(), session, enrollment);
            }
        }
        for (String module : programme.modules()) {
            if (chance.nextInt(3) == 0) {
                complete(enrollment, cohort.id(), module, "2024-09-02");
            }
        }
        if (chance.nextInt(3) == 0) {
            withdraw(writer, enrollment, cohort.id(), chance.nextBoolean() ? "employment" : "care-work");
            if (chance.nextInt(3) == 0) {
                String again = enroll(writer, registered, cohort.id(), "2024-10-14");
                complete(again, cohort.id(), programme.modules().getFirst(), "2024-11-04");
            }
        }
    }

    static Reply register(Writer writer, Programme programme, Random chance) {
        return writer.post(
                Write.of("register", "participants", Map.of()),
                "/v1/participants",
                Woman.registration(chance, programme.center()));
    }

    static String enroll(Writer writer, Reply registered, String cohort, String on) {
        String participant = registered.id();
        return writer.post(
                        Write.of("enroll", "programs", Map.of("participant", participant, "cohort", cohort)),
                        "/v1/enrollments",
                        Json.of("participant", participant, "cohort", cohort, "on", on),
                        registered.header("Trayecto-Position"))
                .id();
    }

    static void withdraw(Writer writer, String enrollment, String cohort, String reason) {
        step(writer, enrollment, cohort, "withdraw", "withdrawal", Map.of("on", "2024-10-01", "reason", reason));
    }

    private static void step(
            Writer writer, String enrollment, String cohort, String kind, String path, Map<String, ?> body) {
        writer.post(
                Write.of(kind, "programs", Map.of("enrollment", enrollment, "cohort", cohort)),
                "/v1/enrollments/" + enrollment + "/" + path,
                body);
    }

    private void attend(String cohort, String session, String enrollment) {
        boolean there = chance.nextInt(4) > 0;
        attend(writer, cohort, session, enrollment, there, 4);
        if (chance.nextInt(3) == 0) {
            correct(writer, cohort, session, enrollment, !there, 2);
        }
    }

    static void attend(Writer writer, String cohort, String session, String enrollment, boolean there, int hours) {
        writer.post(
                attendance("attend", cohort, session, enrollment, there, hours),
                "/v1/sessions/" + session + "/attendance",
                Json.of("entries", List.of(Json.of("enrollment", enrollment, "attended", there))));
    }

    /** Nobody but this client changes the record, so the first version is the one to change. */
    static void correct(Writer writer, String cohort, String session, String enrollment, boolean there, int hours) {
        String path = "/v1/sessions/" + session + "/attendance/" + enrollment;
        writer.change(
                attendance("correct", cohort, session, enrollment, there, hours),
                "PUT",
                path,
                Json.of("attended", there, "hours", there ? hours : 0, "reason", "mistake"),
                "\"v0\"",
                now -> now.body().path("version").asLong() == 1
                        && now.body().path("attended").asBoolean() == there);
    }

    private static Write attendance(
            String kind, String cohort, String session, String enrollment, boolean there, int hours) {
        return Write.of(
                kind,
                "programs",
                Map.of(
                        "cohort", cohort,
                        "session", session,
                        "enrollment", enrollment,
                        "attended", Boolean.toString(there),
                        "hours", Integer.toString(there ? hours : 0)));
    }

    private void complete(String enrollment, String cohort, String module, String on) {
        writer.post(
                Write.of("complete", "programs", Map.of("enrollment", enrollment, "cohort", cohort, "module", module)),
                "/v1/enrollments/" + enrollment + "/completions",
                Json.of("module", module, "on", on));
    }
}
