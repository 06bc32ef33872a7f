package mx.trayecto.bench.cohorts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import mx.trayecto.bench.ground.Database;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.load.Enrolments;
import mx.trayecto.bench.load.Wire;
import mx.trayecto.local.Json;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.load.Api;
import mx.trayecto.proof.load.Api.Reply;

/** A cohort of very many women, and what is done with all of them through the gateway. */
final class LargeCohort {
    static final int AT_ONCE = 500;
    private static final int CLIENTS = 8;

    private final Api api;
    private final Database programs;
    private final String id;
    private final List<String> enrollments;

    private LargeCohort(Api api, Database programs, String id, List<String> enrollments) {
        this.api = api;
        this.programs = programs;
        this.id = id;
        this.enrollments = enrollments;
    }

    /** Lets so many women be enrolled in a cohort that has none, one by one. */
    static LargeCohort enrolled(Ground ground, Api api, String cohort, int women) {
        Enrolments enrolments =
                new Enrolments(ground.site().coordinator(), ground.site().women(), List.of(cohort));
        AtomicInteger left = new AtomicInteger(women);
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            clients.add(CompletableFuture.runAsync(() -> enrol(ground, enrolments, left), Thread.ofPlatform()::start));
        }
        try {
            clients.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw new ProofFailure("a client broke off: " + e.getCause().getMessage(), e.getCause());
        }
        Database programs = ground.database("programs");
        LargeCohort made = new LargeCohort(
                api,
                programs,
                cohort,
                programs.texts("SELECT id FROM enrollment WHERE cohort_id = '" + cohort + "' ORDER BY id"));
        made.require("enrolments", made.enrollments.size(), women);
        return made;
    }

    private static void enrol(Ground ground, Enrolments enrolments, AtomicInteger left) {
        try (Wire wire = new Wire(ground.stack().url(PartName.GATEWAY))) {
            while (left.getAndDecrement() > 0) {
                Wire.Answer answer = wire.exchange(enrolments.request());
                if (answer.status() != 201) {
                    throw new ProofFailure("an enrolment was answered " + answer.status() + " " + answer.text());
                }
            }
        } catch (IOException e) {
            throw new ProofFailure("the gateway broke off: " + e.getMessage(), e);
        }
    }

    List<String> enrollments() {
        return enrollments;
    }

    /** A session of four hours in July or August 2024. */
    String session(int number) {
        return act("sessions", Json.of("on", "2024-07-%02d".formatted(number), "hours", 4))
                .id();
    }

    /** Everybody completes both modules. */
    void complete() {
        for (String module : programs.texts("SELECT m ->> 'id' FROM cohort c JOIN pathway p ON p.id = c.pathway_id,"
                + " jsonb_path_query(p.phases, '$[*].modules[*]') m WHERE c.id = '" + id + "'")) {
            for (List<String> some : portions()) {
                act("completions", Json.of("module", module, "on", "2024-09-02", "enrollments", some));
            }
        }
        require("completions", rows("completion"), 2 * enrollments.size());
    }

    /** The women in portions of a call. */
    List<List<String>> portions() {
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < enrollments.size(); from += AT_ONCE) {
            portions.add(enrollments.subList(from, Math.min(from + AT_ONCE, enrollments.size())));
        }
        return portions;
    }

    Reply act(String what, Map<String, Object> body) {
        return post("/v1/cohorts/" + id + "/" + what, body);
    }

    Reply post(String path, Map<String, Object> body) {
        try {
            Reply reply = api.post(
                    path,
                    body,
                    request ->
                            request.header("Idempotency-Key", UUID.randomUUID().toString()));
            if (reply.status() >= 300) {
                throw new ProofFailure(path + " was answered " + reply.status() + " " + reply.body());
            }
            return reply;
        } catch (IOException e) {
            throw new ProofFailure(path + " was not answered: " + e.getMessage(), e);
        }
    }

    /** Rows of a table that belong to its enrolments. */
    long rows(String table) {
        return programs.number("SELECT count(*) FROM " + table + " r JOIN enrollment e ON e.id = r.enrollment_id"
                + " WHERE e.cohort_id = '" + id + "'");
    }

    /** Its women of a status, each told once. */
    long graduates() {
        return programs.number("SELECT count(*) FROM enrollment e WHERE e.cohort_id = '" + id
                + "' AND e.status = 'GRADUATED' AND (SELECT count(*) FROM outbox o WHERE o.tenant_id = e.tenant_id"
                + " AND o.aggregate_id = e.id AND o.type = 'mx.trayecto.enrollment.graduated.v1') = 1");
    }

    /** @throws ProofFailure where there are not as many as there have to be */
    void require(String what, long found, long expected) {
        if (found != expected) {
            throw new ProofFailure("%d %s, not %d".formatted(found, what, expected));
        }
    }
}
