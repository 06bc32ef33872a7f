package mx.trayecto.participants.registry;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.panache.common.Parameters;

import mx.trayecto.platform.tenancy.CurrentActor;

/** People in order of registration. */
@ApplicationScoped
class ParticipantList {
    @Inject
    CurrentActor actor;

    @Inject
    Protection protection;

    /**
     * Rows of a list.
     *
     * @param after the last id of the page before; null at the start
     * @param state filter, may be null
     * @param municipality filter, may be null; protected records, whose municipality is not shown, are then left out
     */
    List<Participant> rows(UUID after, int rows, String state, String municipality) {
        // to those who may not know that a protected record was merged it is one like others
        return rows(
                "(mergedInto is null or protectedRecord and id not in :opened)",
                Parameters.with("opened", protection.opened()),
                after,
                rows,
                state,
                municipality);
    }

    /** The same for a file: without protected records, since one file kept beside another would name who is behind one. */
    List<Participant> exported(UUID after, int rows, String state, String municipality) {
        return rows("mergedInto is null and not protectedRecord", new Parameters(), after, rows, state, municipality);
    }

    private List<Participant> rows(
            String which, Parameters with, UUID after, int rows, String state, String municipality) {
        StringBuilder query = new StringBuilder("tenantId = :tenant and " + which);
        with.and("tenant", actor.get().tenant());
        if (after != null) {
            query.append(" and id > :after");
            with.and("after", after);
        }
        if (state != null) {
            query.append(" and attributes.state = :state");
            with.and("state", state);
        }
        if (municipality != null) {
            query.append(" and attributes.municipality = :municipality and not protectedRecord");
            with.and("municipality", municipality);
        }
        return Participant.<Participant>find(query + " order by id", with)
                .range(0, rows - 1)
                .list();
    }
}
