package mx.trayecto.bench.ground;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import mx.trayecto.bench.load.Caller;
import mx.trayecto.bench.load.Women;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ledger.Ledger;
import mx.trayecto.proof.load.Api;
import mx.trayecto.proof.load.Figures;
import mx.trayecto.proof.load.Programme;
import mx.trayecto.proof.load.Writer;
import mx.trayecto.proof.stack.Stack;

/**
 * What is enrolled into: a tenant with a programme made through the gateway, many cohorts like its first one, and women
 * whom all services know.
 */
public final class Site {
    private static final String COHORT_PREFIX = "0192a000-0000-7000-9000-";
    private static final String CLONE = " CROSS JOIN generate_series(1, %d) n CROSS JOIN LATERAL"
            + " jsonb_populate_record(c, jsonb_build_object('id', '" + COHORT_PREFIX + "' || lpad(to_hex(n), 12, '0'),"
            + " 'code', 'like-it-' || n%s)) r WHERE c.id = '%s'";

    private final UUID tenant;
    private final Stack stack;
    private final Programme programme;
    private final Figures figures;
    private final Women women;
    private final List<String> cohorts;

    private Site(UUID tenant, Stack stack, Programme programme, Figures figures, Women women, List<String> cohorts) {
        this.tenant = tenant;
        this.stack = stack;
        this.programme = programme;
        this.figures = figures;
        this.women = women;
        this.cohorts = cohorts;
    }

    static Site setUp(Stack stack, Path folder, int women, int cohorts) {
        UUID tenant = UUID.randomUUID();
        try (Ledger ledger = Ledger.create(folder.resolve("ledger-setup.jsonl"))) {
            Api gateway = new Api(stack.url(PartName.GATEWAY), stack.token(tenant.toString(), "coordinator"));
            Programme programme = Programme.setUp(new Writer(gateway, ledger, Duration.ofMinutes(1)), "bench");
            Figures figures = Figures.setUp(gateway.as(stack.token(tenant.toString(), "analyst")), programme, "bench");
            Women known = new Women(tenant, women);
            Site site = new Site(tenant, stack, programme, figures, known, clone(stack, programme, cohorts));
            new Database(stack, "programs")
                    .with(programs -> new Database(stack, "indicators").with(indicators -> {
                        known.makeKnown(programs, indicators);
                        return null;
                    }));
            new Database(stack, "programs").execute("VACUUM ANALYZE");
            new Database(stack, "indicators").execute("VACUUM ANALYZE");
            return site;
        }
    }

    /** Cohorts with more seats than women: what is measured is not who waits in line. */
    private static List<String> clone(Stack stack, Programme programme, int count) {
        String first = programme.cohorts().getFirst().id();
        Database indicators = new Database(stack, "indicators");
        Patience.until(
                "the cohort known to indicators",
                Duration.ofSeconds(60),
                () -> indicators.number("SELECT count(*) FROM catalogue WHERE id = '" + first + "'") == 1);
        new Database(stack, "programs")
                .execute("INSERT INTO cohort SELECT r.* FROM cohort c"
                        + CLONE.formatted(count, ", 'capacity', 100000000", first));
        indicators.execute("INSERT INTO catalogue SELECT r.* FROM catalogue c" + CLONE.formatted(count, "", first));
        List<String> ids = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            ids.add(COHORT_PREFIX + "%012x".formatted(n));
        }
        return ids;
    }

    public UUID tenant() {
        return tenant;
    }

    public Women women() {
        return women;
    }

    public List<String> cohorts() {
        return cohorts;
    }

    public Programme programme() {
        return programme;
    }

    /** Enrolled women by the figures that the gateway answers with. */
    public long enrolledByFigures() {
        return figures.byCohort().entrySet().stream()
                .filter(figure -> figure.getKey().startsWith("enrolled/"))
                .mapToLong(figure -> Long.parseLong(figure.getValue()))
                .sum();
    }

    public Caller caller(URI host, String role) {
        return new Caller(host, stack.token(tenant.toString(), role));
    }

    public Caller analyst() {
        return caller(stack.url(PartName.GATEWAY), "analyst");
    }

    /** Of all cohorts. */
    public String center() {
        return new Database(stack, "programs")
                .text("SELECT center_id FROM cohort WHERE tenant_id = '" + tenant + "' LIMIT 1");
    }

    /** The one that counts women enrolled in the programme. */
    public String indicator() {
        return new Database(stack, "indicators")
                .text("SELECT id FROM indicator WHERE tenant_id = '" + tenant + "' AND code = 'enrolled'");
    }

    public Caller coordinator() {
        return caller(stack.url(PartName.GATEWAY), "coordinator");
    }
}
