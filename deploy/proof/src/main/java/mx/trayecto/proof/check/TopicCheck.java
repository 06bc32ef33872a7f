package mx.trayecto.proof.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import mx.trayecto.proof.check.Findings.Kind;
import mx.trayecto.proof.ledger.Entry;

/**
 * The topics against the outboxes and the ledger: every event at least once, and, once repetitions are left out, each
 * aggregate's in order, none without the one that it names as the one before it.
 */
public final class TopicCheck {
    private final List<Event> events;
    private final List<Event> holding;
    private final Findings findings;
    /** By position the id of the event that was seen first. */
    private final Map<String, String> first = new HashMap<>();

    public TopicCheck(List<Event> events, Findings findings) {
        this.events = events;
        this.findings = findings;
        holding = Holding.of(events);
    }

    /** The events that no restore of their producer has made void. */
    public List<Event> holding() {
        return holding;
    }

    public void order() {
        Map<String, Event> highest = new HashMap<>();
        Map<String, Event> last = new HashMap<>();
        for (Event event : events) {
            Event before = last.put(event.aggregate(), event);
            if (before != null && event.before(before)) {
                findings.note("inversions as seen, repetitions included", 1);
            }
            Event newest = highest.get(event.aggregate());
            String known = first.putIfAbsent(event.position(), event.id());
            if (known != null) {
                repeated(event, known);
            } else if (newest != null && event.before(newest)) {
                findings.add(Kind.INVERTED, event.position() + " comes after " + newest.position());
            } else {
                highest.put(event.aggregate(), event);
            }
        }
        gaps();
        findings.note("aggregates", highest.size());
    }

    private void repeated(Event event, String known) {
        if (known.equals(event.id())) {
            findings.note("repetitions", 1);
        } else {
            findings.add(Kind.INVERTED, event.position() + " stands for two different events");
        }
    }

    private void gaps() {
        Set<String> lacking = new HashSet<>();
        for (Event event : events) {
            if (event.sequence() > 1 && !first.containsKey(event.predecessor()) && lacking.add(event.position())) {
                findings.add(Kind.INVERTED, event.position() + " lacks " + event.predecessor() + " before it");
            }
        }
    }

    /** Call after {@link #order}. */
    public void against(List<OutboxRow> outbox) {
        Set<String> held = holding.stream().map(Event::id).collect(Collectors.toSet());
        for (OutboxRow row : outbox) {
            if (!row.published()) {
                findings.add(Kind.MISSING, row.position() + " was never published");
            }
            String seen = first.get(row.position());
            if (seen == null) {
                findings.add(Kind.MISSING, row.position() + " is not in its topic");
            } else if (!seen.equals(row.id())) {
                findings.add(Kind.TWICE, row.position() + " is another event in its topic");
            } else if (!held.contains(row.id())) {
                findings.add(Kind.DIFFERING, row.position() + " is void, though its producer has it");
            }
        }
    }

    /** What holds of a tenant are these and no others: a restore has made everything else void. */
    public void nothingBut(List<OutboxRow> outboxes, String tenant) {
        Set<String> written = outboxes.stream().map(OutboxRow::id).collect(Collectors.toSet());
        for (Event event : holding) {
            if (tenant.equals(event.tenant()) && !written.contains(event.id())) {
                findings.add(Kind.DIFFERING, event.position() + " holds, though its producer has lost it");
            }
        }
        findings.note("void events", events.size() - holding.size());
    }

    /** Every position that a client was told holds an event of that very write, and not a void one. */
    public void against(Iterable<Entry> ledger) {
        Map<String, Set<String>> traces = new HashMap<>();
        holding.forEach(event ->
                traces.computeIfAbsent(event.position(), p -> new HashSet<>()).add(String.valueOf(event.trace())));
        for (Entry entry : ledger) {
            if (entry.acknowledged()) {
                for (String position : entry.acknowledgement().events()) {
                    if (!traces.getOrDefault(position, Set.of())
                            .contains(entry.write().id())) {
                        findings.add(
                                Kind.MISSING,
                                position + ", told to " + entry.write().kind() + " "
                                        + entry.write().id() + ", is not its event");
                    }
                }
            }
        }
    }
}
