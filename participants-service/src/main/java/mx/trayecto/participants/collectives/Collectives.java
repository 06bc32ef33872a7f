package mx.trayecto.participants.collectives;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.panache.common.Parameters;

import mx.trayecto.participants.registry.Faults;
import mx.trayecto.participants.registry.Persons;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** The tenant's collectives as far as the actor may see them. Every call runs in the caller's transaction. */
@ApplicationScoped
class Collectives {
    @Inject
    CurrentActor actor;

    @Inject
    CollectiveRules rules;

    @Inject
    Persons persons;

    @Inject
    CollectiveEvents events;

    @Inject
    MergePatch merge;

    @Inject
    Preconditions preconditions;

    /** By what a list is narrowed; each may be null. */
    record Filter(String state, String municipality, Sector sector) {}

    Collective register(RegisterCollective command) {
        UUID center = checked(command, null);
        Collective made = new Collective(
                actor.get().tenant(), actor.get().sourceSystem().orElse(null), command, center, persons.today());
        made.persist();
        events.registered(made);
        return made;
    }

    /** @throws ProblemException 422 with every error; 412 where the version is another; 404 where it is not seen */
    Collective change(UUID id, JsonNode patch) {
        Collective known = require(id);
        preconditions.check(known.version);
        RegisterCollective before = RegisterCollective.of(known);
        RegisterCollective after = merge.apply(before, patch, RegisterCollective.class);
        UUID center = checked(after, known);
        known.become(after, center);
        if (!RegisterCollective.of(known).equals(before)) {
            events.changed(known);
        }
        return known;
    }

    private UUID checked(RegisterCollective told, Collective known) {
        Faults faults = new Faults("");
        UUID center = rules.check(told, known, faults);
        faults.refuse();
        return center;
    }

    /** @throws ProblemException 404 where it is absent, another tenant's or outside the actor's compartment */
    Collective require(UUID id) {
        return Collective.<Collective>find(
                        "tenantId = ?1 and id = ?2", actor.get().tenant(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    List<Collective> list(UUID after, int rows, Filter filter) {
        StringBuilder query = new StringBuilder("tenantId = :tenant and id > :after");
        Parameters with = Parameters.with("tenant", actor.get().tenant())
                .and("after", Optional.ofNullable(after).orElse(new UUID(0, 0)));
        if (filter.state() != null) {
            query.append(" and substring(municipality, 1, 2) = :state");
            with.and("state", filter.state());
        }
        if (filter.municipality() != null) {
            query.append(" and municipality = :municipality");
            with.and("municipality", filter.municipality());
        }
        if (filter.sector() != null) {
            query.append(" and sector = :sector");
            with.and("sector", filter.sector());
        }
        return Collective.<Collective>find(query + " order by id", with)
                .range(0, rows - 1)
                .list();
    }
}
