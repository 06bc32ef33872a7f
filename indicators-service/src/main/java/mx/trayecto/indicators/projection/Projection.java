package mx.trayecto.indicators.projection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import mx.trayecto.indicators.fact.Change;
import mx.trayecto.indicators.fact.Fact;
import mx.trayecto.indicators.fact.FactKey;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Facts, reference counts and declared tables, moved together inside the caller's transaction. What a fact counts as
 * follows from the fact, the last snapshot of its person and the last snapshot of its cohort alone; whichever of them
 * arrives, the affected facts are placed anew and the cells are moved by the difference. So the end does not depend on
 * the order in which topics and partitions are read.
 *
 * <p>Batches of one tenant are projected one after the other: they would meet in the same totals anyway, and a distinct
 * count is only exact if nobody else moves the same person meanwhile.
 */
public final class Projection {
    /** Facts placed anew at a time when a snapshot touches very many. */
    private static final int PORTION = 5_000;

    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(?::text[]) AS name";

    private final Pipeline database;
    private final FactTable facts;
    private final People people;
    private final EntryTable entries;

    private Projection(Pipeline database) {
        this.database = database;
        this.facts = new FactTable(database);
        this.people = new People(database);
        this.entries = new EntryTable(database);
    }

    /** Begins work for these tenants: waits until no other transaction projects for any of them. */
    public static Projection of(Pipeline database, Collection<UUID> tenants) {
        database.write(LOCK, Columns.of(new TreeSet<>(tenants)).text(tenant -> "projection " + tenant));
        return new Projection(database);
    }

    /** Applies changes in their order. */
    public void change(List<Change> changes) throws SQLException {
        Map<FactKey, List<Change>> byFact = new LinkedHashMap<>();
        changes.forEach(change ->
                byFact.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(change));
        if (byFact.isEmpty()) {
            return;
        }
        Placement placement = new Placement(people, entries);
        placement.expect(changes.stream()
                .filter(Change.Saying.class::isInstance)
                .map(change -> ((Change.Saying) change).fact())
                .toList());
        Map<FactKey, Placed> before = new LinkedHashMap<>();
        facts.byKey(byFact.keySet()).forEach(placed -> before.put(placed.fact().key(), placed));
        List<Fact> after = new ArrayList<>();
        byFact.forEach((key, each) -> {
            Placed was = before.get(key);
            Fact fact = was == null ? null : was.fact();
            for (Change change : each) {
                fact = change.after(fact);
            }
            if (fact != null) {
                after.add(fact);
            }
        });
        move(before, after, placement);
    }

    /** Takes back whatever was told of these enrolments, responses or activities, as if it never had been. */
    public void forget(Collection<InboxHandler.Subject> subjects) throws SQLException {
        List<TenantId> gone = subjects.stream()
                .map(subject -> new TenantId(subject.tenant(), subject.id()))
                .toList();
        List<Placed> placed = facts.ofSubjects(gone);
        Difference difference = new Difference();
        placed.forEach(difference::leaves);
        facts.delete(gone);
        if (placed.stream().anyMatch(each -> each.fact().live())) {
            new Ledger(database).post(difference);
        }
    }

    /** Takes the last snapshots of participants over; one per participant. */
    public void people(Collection<Snapshot> snapshots) throws SQLException {
        Set<TenantId> affected = people.take(snapshots);
        if (!affected.isEmpty()) {
            placeAnew(facts.ofParticipants(affected));
        }
    }

    /** Takes the last snapshots of cohorts, centres and the like over; one per thing. */
    public void catalogue(Collection<Entry> changed) throws SQLException {
        Set<TenantId> affected = entries.take(changed);
        if (!affected.isEmpty()) {
            placeAnew(facts.ofCohorts(affected));
        }
    }

    private void placeAnew(List<Placed> placed) throws SQLException {
        for (int from = 0; from < placed.size(); from += PORTION) {
            Map<FactKey, Placed> before = new LinkedHashMap<>();
            placed.subList(from, Math.min(from + PORTION, placed.size()))
                    .forEach(each -> before.put(each.fact().key(), each));
            move(before, before.values().stream().map(Placed::fact).toList(), new Placement(people, entries));
        }
    }

    private void move(Map<FactKey, Placed> before, List<Fact> after, Placement placement) throws SQLException {
        Difference difference = new Difference();
        List<Placed> written = new ArrayList<>();
        for (Placed placed : placement.of(after)) {
            Placed was = before.get(placed.fact().key());
            if (!Objects.equals(was, placed)) {
                difference.leaves(was);
                difference.enters(placed);
                written.add(placed);
            }
        }
        if (written.isEmpty()) {
            return;
        }
        Set<Slot> slots = new HashSet<>();
        written.forEach(placed -> slots.add(placed.slot()));
        new SlotTable(database).make(slots);
        facts.write(written);
        new Ledger(database).post(difference);
    }
}
