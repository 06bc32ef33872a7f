package mx.trayecto.proof.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.load.Api;
import mx.trayecto.proof.load.Api.Reply;
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.stack.Stack;

/**
 * R8: one unreadable event among many, under load. Everything else flows, its enrolment alone waits, figures say so; once
 * it can be read it is driven again, and nothing waits any more.
 */
final class Poison implements Fault {
    private static final Duration TO_FLOW = Duration.ofMinutes(3);

    /** Who reads the topic. */
    private static final List<PartName> READERS = List.of(PartName.PARTICIPANTS, PartName.INDICATORS);

    private final Stack stack;
    private final Options options;
    private final Path target;

    Poison(Stack stack, Options options, Path target) {
        this.stack = stack;
        this.options = options;
        this.target = target;
    }

    @Override
    public Outcome prove() {
        int events = options.number("poison-among");
        try (Trial trial = new Trial(stack, options, target, "R8")) {
            Forgery forgery = new Forgery(trial.tenant());
            try (Load load = trial.journeys()) {
                forgery.send(stack.brokers(), events);
                flows(trial, forgery, events);
                parked(trial);
                for (PartName reader : READERS) {
                    mend(reader, forgery, trial);
                    redrive(reader, trial);
                }
            }
            trial.mended(forgery.poisonedEvent(), forgery.mended());
            trial.verify();
            return trial.outcome("R8", "one unreadable among %d events".formatted(events), 1);
        }
    }

    /** Every enrolment but one is counted to its last event. */
    private void flows(Trial trial, Forgery forgery, int events) {
        long whole = events / 4 - 1;
        trial.expect(
                "the rest does not flow",
                () -> Patience.within(
                        TO_FLOW,
                        () -> count("SELECT count(*) FROM fact WHERE tenant_id = '" + trial.tenant()
                                        + "' AND kind = 'withdrawn' AND variant = 'moved' AND live")
                                == whole));
        trial.expect(
                "another key than the one is parked",
                () -> count("SELECT count(*) FROM inbox_parked") == 1
                        && count("SELECT count(*) FROM inbox_parked WHERE aggregate_id = '"
                                        + forgery.poisonedEnrollment() + "'")
                                == 1);
    }

    private void parked(Trial trial) {
        long incomplete = trial.figures().incomplete();
        trial.expect("figures tell of " + incomplete + " waiting keys instead of 1", () -> incomplete == 1);
    }

    /** Stands for the release that is able to read it. */
    private void mend(PartName reader, Forgery forgery, Trial trial) {
        try (Connection connection = stack.database(reader.toString());
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE dead_letter SET payload = ? WHERE headers ->> 'ce_id' = ?")) {
            update.setBytes(1, Forgery.bytes(forgery.mended()));
            update.setString(2, forgery.poisonedEvent().toString());
            trial.expect(
                    "the unreadable event is not among the dead letters of " + reader,
                    () -> Patience.within(TO_FLOW, () -> update.executeUpdate() == 1));
        } catch (SQLException e) {
            throw new ProofFailure("the dead letter cannot be mended: " + e.getMessage(), e);
        }
    }

    private void redrive(PartName reader, Trial trial) {
        Api administrator = new Api(stack.url(reader), trial.token("administrator"));
        try {
            Reply before = administrator.get("/internal/dead-letters");
            trial.expect(
                    reader + " does not tell its dead letters: " + before.status(),
                    () -> before.status() == 200 && before.body().path("items").size() == 1);
            Reply driven = administrator.post("/internal/dead-letters/redrive", null, request -> {});
            trial.expect(
                    "re-driving " + reader + " answered " + driven.status() + " " + driven.body(),
                    () -> driven.status() == 200
                            && driven.body().path("applied").asInt() == 3
                            && driven.body().path("left").asInt() == 0);
        } catch (IOException e) {
            throw new ProofFailure(reader + " could not be reached", e);
        }
    }

    private long count(String query) {
        try (Connection connection = stack.database("indicators");
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new ProofFailure("indicators cannot be read: " + e.getMessage(), e);
        }
    }
}
