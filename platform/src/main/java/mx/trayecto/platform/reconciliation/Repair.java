package mx.trayecto.platform.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.outbox.Event;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Republishes;
import mx.trayecto.platform.outbox.Topic;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.writes.Attempts;

/**
 * Tells consumers how aggregates stand after a restore. On a topic of events a marker without content is written: being
 * the newest, it makes every event void that does not come before it. On a compacted topic it is the current snapshot, or
 * a tombstone where there is none any more.
 */
@ApplicationScoped
class Repair {
    private static final Logger LOG = Logger.getLogger(Repair.class);

    /** What a marker holds: nothing. Where it stands says all. */
    private static final Map<String, String> RESTORED = Map.of();

    @Inject
    CurrentActor actor;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    @Any
    Instance<Republishes<?>> snapshots;

    @Inject
    EntityManager database;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /** Writes for each of these aggregates how it stands, each tenant's in a transaction of its own. */
    int repair(Topic topic, Collection<Position> lost) {
        String operator = actor.get().subject();
        // everybody locks in one order
        Map<UUID, List<UUID>> byTenant = lost.stream()
                .sorted(Comparator.comparing(Position::aggregate))
                .collect(Collectors.groupingBy(
                        Position::tenant, Collectors.mapping(Position::aggregate, Collectors.toList())));
        byTenant.forEach((tenant, aggregates) -> actor.runAs(
                Actor.service(service, tenant, operator),
                () -> Attempts.of(
                        () -> QuarkusTransaction.requiringNew().call(() -> tell(topic, aggregates)),
                        () -> LOG.infof("telling %s again after a conflict", topic.name()))));
        return lost.size();
    }

    private int tell(Topic topic, List<UUID> aggregates) {
        List<Event> events = new ArrayList<>();
        for (UUID aggregate : aggregates) {
            if (!topic.compacted() || !republished(topic, aggregate)) {
                events.add(new Event(
                        topic,
                        aggregate,
                        "mx.trayecto." + topic.aggregate() + ".restored.v1",
                        topic.compacted() ? null : RESTORED));
            }
        }
        outbox.appendAll(events);
        audit.record("reconcile", null, Map.of("topic", topic.name(), "aggregates", aggregates.size()));
        return aggregates.size();
    }

    private boolean republished(Topic topic, UUID aggregate) {
        return snapshots.stream().anyMatch(kind -> kind.topic().equals(topic) && republished(kind, aggregate));
    }

    /** Read under its lock: a change under way would be committed first and followed by what was there before it. */
    private <E> boolean republished(Republishes<E> kind, UUID aggregate) {
        kind.prepare();
        E known = database.find(kind.entity(), aggregate, LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            kind.tell(known);
        }
        return known != null;
    }
}
