package mx.trayecto.proof.fault;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.Report;
import mx.trayecto.proof.check.Findings;
import mx.trayecto.proof.check.Findings.Kind;
import mx.trayecto.proof.check.OutboxReader;
import mx.trayecto.proof.check.TopicCheck;
import mx.trayecto.proof.check.Topics;
import mx.trayecto.proof.load.Api;
import mx.trayecto.proof.load.Import;
import mx.trayecto.proof.load.WomenFile;
import mx.trayecto.proof.stack.Stack;

/**
 * R9: an import whose service, or its database every third time, is killed again and again. Every row is done once and
 * told of once, with all that a registration leaves behind; sent again, the file changes nobody.
 */
final class CutOffImport implements Fault {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TO_REST = Duration.ofMinutes(4);

    /** What a woman of the file leaves one row each of. */
    private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

    static {
        WRITTEN.put("participant", "true");
        WRITTEN.put("external_reference", "true");
        WRITTEN.put("consent", "true");
        WRITTEN.put("event_counter", "last_sequence = 1");
        WRITTEN.put("outbox", "sequence = 1");
        WRITTEN.put("audit_entry", "action = 'import participants'");
        WRITTEN.put("(SELECT DISTINCT tenant_id, participant_id FROM search_token) found", "true");
    }

    private final Stack stack;
    private final Options options;
    private final Findings findings = new Findings();
    private final UUID tenant = UUID.randomUUID();
    private final Api api;

    CutOffImport(Stack stack, Options options) {
        this.stack = stack;
        this.options = options;
        api = new Api(stack.url(PartName.GATEWAY), stack.token(tenant.toString(), "coordinator"));
    }

    @Override
    public Outcome prove() {
        long started = System.nanoTime();
        int rows = options.number("rows");
        int kills = options.number("import-kills");
        byte[] file = WomenFile.of(1, rows);
        Import first = Import.of(api, file);
        for (int n = 0; n < kills; n++) {
            cutOff(first, n, (int) ((long) rows * n / kills));
            Report.progress("R9", n + 1, kills, 0);
        }
        told(first, rows, "created");
        Map<String, Long> written = written();
        written.forEach((table, count) -> {
            if (count != rows) {
                findings.add(count < rows ? Kind.MISSING : Kind.TWICE, count + " rows of " + table + " for " + rows);
            }
        });
        told(Import.of(api, file), rows, "unchanged");
        if (!written().equals(written)) {
            findings.add(Kind.DIFFERING, "sent again the file left " + written() + " instead of " + written);
        }
        topics();
        long seconds = (System.nanoTime() - started) / 1_000_000_000L;
        return Outcome.of("R9", "kill -9 in the midst of an import", kills, 2L * rows, findings, seconds);
    }

    /** @param reached how many rows are to be done before */
    private void cutOff(Import under, int n, int reached) {
        PartName victim = n % 3 == 2 ? PartName.POSTGRES : PartName.PARTICIPANTS;
        Patience.until("row " + reached, PATIENCE, () -> under.progress().done() >= reached);
        Patience.pause(Duration.ofMillis(new Random(options.seed() + n).nextInt(400)));
        if (Patience.within(Duration.ZERO, () -> under.progress().over())) {
            findings.add(Kind.BROKEN, "the import was over before kill " + (n + 1));
        }
        stack.kill(victim);
        stack.start(victim);
    }

    private void told(Import of, int rows, String outcome) {
        Import.Progress end = of.end(PATIENCE);
        if (!end.state().equals("done")
                || end.rows().get(outcome) != rows
                || end.rows().get("total") != rows) {
            findings.add(Kind.DIFFERING, "the task ended " + end);
        }
        Set<Integer> lines = new HashSet<>();
        for (JsonNode result : results(of)) {
            if (!lines.add(result.path("line").asInt())) {
                findings.add(Kind.TWICE, "line " + result.path("line"));
            }
            if (!result.path("outcome").asText().equals(outcome)) {
                findings.add(Kind.DIFFERING, "line " + result.path("line") + ": " + result.path("outcome"));
            }
        }
        if (lines.size() != rows) {
            findings.add(Kind.MISSING, (rows - lines.size()) + " results");
        }
        findings.note("rows told of", lines.size());
    }

    private static List<JsonNode> results(Import of) {
        try {
            return of.results();
        } catch (IOException e) {
            throw new ProofFailure("the results cannot be read", e);
        }
    }

    private Map<String, Long> written() {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection participants = stack.database("participants");
                var statement = participants.createStatement()) {
            for (Map.Entry<String, String> table : WRITTEN.entrySet()) {
                try (var row = statement.executeQuery("SELECT count(*) FROM " + table.getKey() + " WHERE tenant_id = '"
                        + tenant + "' AND " + table.getValue())) {
                    row.next();
                    counts.put(table.getKey(), row.getLong(1));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new ProofFailure("participants cannot be read: " + e.getMessage(), e);
        }
    }

    private void topics() {
        if (!new Quiet(stack).within(TO_REST)) {
            findings.add(Kind.BROKEN, "the suite did not come to rest within " + TO_REST.toSeconds() + " s");
        }
        try (Connection participants = stack.database("participants")) {
            TopicCheck topics = new TopicCheck(new Topics(stack.brokers()).readAll(), findings);
            topics.order();
            topics.against(OutboxReader.read(participants));
        } catch (SQLException e) {
            throw new ProofFailure("participants cannot be read: " + e.getMessage(), e);
        }
    }
}
