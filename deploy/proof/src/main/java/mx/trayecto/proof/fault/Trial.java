package mx.trayecto.proof.fault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.check.Event;
import mx.trayecto.proof.check.Expected;
import mx.trayecto.proof.check.FigureCheck;
import mx.trayecto.proof.check.Findings;
import mx.trayecto.proof.check.Findings.Kind;
import mx.trayecto.proof.check.Kept;
import mx.trayecto.proof.check.KeptReader;
import mx.trayecto.proof.check.OutboxReader;
import mx.trayecto.proof.check.OutboxRow;
import mx.trayecto.proof.check.Recount;
import mx.trayecto.proof.check.Stored;
import mx.trayecto.proof.check.TopicCheck;
import mx.trayecto.proof.check.Topics;
import mx.trayecto.proof.check.WriteCheck;
import mx.trayecto.proof.ledger.Entry;
import mx.trayecto.proof.ledger.Ledger;
import mx.trayecto.proof.load.Api;
import mx.trayecto.proof.load.Figures;
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.load.Programme;
import mx.trayecto.proof.load.Writer;
import mx.trayecto.proof.stack.Stack;

/** One fault under load: a tenant, a programme and a ledger of its own, and all checks at the end. */
final class Trial implements AutoCloseable {
    private static final Duration CLIENT_PATIENCE = Duration.ofMinutes(4);
    private static final Duration TO_REST = Duration.ofMinutes(4);

    /** With fewer writes a fault has hardly met one. */
    private static final int ENOUGH = 100;

    private final Stack stack;
    private final Options options;
    private final Findings findings = new Findings();
    private final Path file;
    private final Ledger ledger;
    private final UUID tenant = UUID.randomUUID();
    private final Writer writer;
    private final Programme programme;
    private final Figures figures;
    private final Map<String, JsonNode> mended = new HashMap<>();
    private final List<LostTime> lostTimes = new ArrayList<>();
    private final long started = System.nanoTime();

    Trial(Stack stack, Options options, Path target, String name) {
        this.stack = stack;
        this.options = options;
        file = target.resolve("ledger-" + name + ".jsonl");
        ledger = Ledger.create(file);
        Api gateway = new Api(stack.url(PartName.GATEWAY), token("coordinator"));
        writer = new Writer(gateway, ledger, CLIENT_PATIENCE);
        programme = Programme.setUp(writer, name);
        figures = Figures.setUp(gateway.as(token("analyst")), programme, name);
    }

    String token(String role) {
        return stack.token(tenant.toString(), role);
    }

    Stack stack() {
        return stack;
    }

    Options options() {
        return options;
    }

    Findings findings() {
        return findings;
    }

    Writer writer() {
        return writer;
    }

    Programme programme() {
        return programme;
    }

    Figures figures() {
        return figures;
    }

    UUID tenant() {
        return tenant;
    }

    /** An event that could not be read where it lies, and what it should have said. */
    void mended(UUID event, JsonNode data) {
        mended.put(event.toString(), data);
    }

    /** What clients write from now on through the writer of this is known to be lost with the service's database. */
    LostTime lose(PartName service) {
        Path lost = file.resolveSibling("lost-" + lostTimes.size() + "-" + file.getFileName());
        lostTimes.add(new LostTime(service.toString(), lost, writer.api(), CLIENT_PATIENCE));
        return lostTimes.getLast();
    }

    /** Clients at work on ways of their own. A woman whose registration has not been heard of yet keeps hers waiting. */
    Load journeys() {
        return Load.journeys(writer, programme, options.number("clients"), options.pace(), options.seed());
    }

    /** Clients at work on a few women whom everybody knows, so that none of them ever waits for an event. */
    Load hot(int clients) {
        List<String> women = Load.hotEnrollments(writer, programme, options.number("hot"), options.seed());
        return Load.hot(writer, programme, women, clients, options.pace(), options.seed());
    }

    /** Waits until nothing is under way any more. Call when the load has stopped and everything runs. */
    void rest() {
        if (!new Quiet(stack).within(TO_REST)) {
            findings.add(Kind.BROKEN, "the suite did not come to rest within " + TO_REST.toSeconds() + " s");
        }
    }

    /** Call when the load has stopped and everything runs again. */
    void verify() {
        rest();
        Damage.named(options.text("damage")).forEach(damage -> damage.harm(stack, tenant));
        refused(writer);
        lostTimes.forEach(time -> refused(time.writer()));
        try (Connection participants = stack.database("participants");
                Connection programs = stack.database("programs");
                Connection indicators = stack.database("indicators")) {
            List<Entry> entries = new ArrayList<>(Ledger.read(file));
            lostTimes.forEach(time -> entries.addAll(time.survived()));
            Kept kept = new KeptReader(tenant).read(participants, programs);
            WriteCheck writes = new WriteCheck(entries, kept, findings);
            List<Entry> effective = writes.run();
            lostTimes.forEach(time -> writes.undone(time.lost()));
            List<Event> events = new Topics(stack.brokers()).readAll();
            TopicCheck topics = new TopicCheck(events, findings);
            topics.order();
            List<OutboxRow> outboxes = new ArrayList<>(OutboxReader.read(participants));
            outboxes.addAll(OutboxReader.read(programs));
            topics.against(outboxes);
            topics.against(entries);
            if (!lostTimes.isEmpty()) {
                topics.nothingBut(outboxes, tenant.toString());
            }
            findings.note("events", events.size());
            FigureCheck check = new FigureCheck(findings);
            check.stored(Stored.read(indicators), Recount.of(topics.holding(), mended));
            check.same("figure", Expected.of(effective, kept), figures.byCohort());
            if (figures.incomplete() > 0) {
                findings.add(Kind.BROKEN, "figures are incomplete");
            }
        } catch (SQLException e) {
            throw new ProofFailure("a database cannot be read: " + e.getMessage(), e);
        }
    }

    private void refused(Writer by) {
        by.refused().forEach(why -> findings.add(Kind.BROKEN, "refused or never answered: " + why));
    }

    /** Stops whatever still goes on, and says what it came to. */
    Outcome outcome(String promise, String fault, int cycles) {
        expect("at least %d writes are acknowledged".formatted(ENOUGH), () -> writer.acknowledged() >= ENOUGH);
        findings.note("attempts", writer.attempts());
        return Outcome.of(
                promise,
                fault,
                cycles,
                writer.acknowledged(),
                findings,
                (System.nanoTime() - started) / 1_000_000_000L);
    }

    /** Something that must hold, tried now. */
    void expect(String what, Supplier<Boolean> holds) {
        if (!holds.get()) {
            findings.add(Kind.BROKEN, what);
        }
    }

    @Override
    public void close() {
        lostTimes.forEach(LostTime::close);
        ledger.close();
    }
}
