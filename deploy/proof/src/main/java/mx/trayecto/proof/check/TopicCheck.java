package mx.trayecto.proof.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import mx.trayecto.proof.check.Findings.Kind;
import mx.trayecto.proof.ledger.Entry;

/**
 * The topics against the outboxes and the ledger: every event at least once, and, once repetitions are left out, each
 * aggregate's from its first sequence on without gap or inversion.
 */
public final class TopicCheck {
    private final List<Event> events;
    private final Findings findings;
    /** By position the id of the event that was seen first. */
    private final Map<String, String> first = new HashMap<>();

    public TopicCheck(List<Event> events, Findings findings) {
        this.events = events;
        this.findings = findings;
    }

    public void order() {
        Map<String, Long> highest = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        Map<String, Integer> epochs = new HashMap<>();
        for (Event event : events) {
            String aggregate = event.aggregate();
            if (event.epoch() != epochs.getOrDefault(aggregate, event.epoch())) {
                highest.remove(aggregate);
            }
            epochs.put(aggregate, event.epoch());
            long before = highest.getOrDefault(aggregate, 0L);
            if (event.sequence() < last.getOrDefault(aggregate, 0L)) {
                findings.note("inversions as seen, repetitions included", 1);
            }
            last.put(aggregate, event.sequence());
            String known = first.putIfAbsent(event.position(), event.id());
            if (known != null) {
                repeated(event, known);
            } else if (event.sequence() < before) {
                findings.add(Kind.INVERTED, event.position() + " comes after " + before);
            } else {
                highest.put(aggregate, event.sequence());
            }
        }
        gaps(epochs);
    }

    private void repeated(Event event, String known) {
        if (known.equals(event.id())) {
            findings.note("repetitions", 1);
        } else {
            findings.add(Kind.INVERTED, event.position() + " stands for two different events");
        }
    }

    private void gaps(Map<String, Integer> epochs) {
        Map<String, Long> highest = new HashMap<>();
        Map<String, Long> count = new HashMap<>();
        for (String place : first.keySet()) {
            int point = place.lastIndexOf('.');
            highest.merge(place.substring(0, point), Long.valueOf(place.substring(point + 1)), Math::max);
            count.merge(place.substring(0, point), 1L, Long::sum);
        }
        count.forEach((aggregate, seen) -> {
            if (highest.get(aggregate) > seen) {
                findings.add(
                        Kind.INVERTED,
                        aggregate + " lacks " + (highest.get(aggregate) - seen) + " of its " + highest.get(aggregate)
                                + " events");
            }
        });
        findings.note("aggregates", epochs.size());
    }

    /** Call after {@link #order}. */
    public void against(List<OutboxRow> outbox) {
        for (OutboxRow row : outbox) {
            if (!row.published()) {
                findings.add(Kind.MISSING, row.position() + " was never published");
            }
            String seen = first.get(row.position());
            if (seen == null) {
                findings.add(Kind.MISSING, row.position() + " is not in its topic");
            } else if (!seen.equals(row.id())) {
                findings.add(Kind.TWICE, row.position() + " is another event in its topic");
            }
        }
    }

    /** Every position that a client was told holds an event of that very write. */
    public void against(Iterable<Entry> ledger) {
        Map<String, Set<String>> traces = new HashMap<>();
        events.forEach(event ->
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
