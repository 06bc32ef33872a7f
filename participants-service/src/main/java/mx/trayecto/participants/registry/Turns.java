package mx.trayecto.participants.registry;

import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * One at a time for whoever finds or registers the same person: held until the commit, so that the second finds what the
 * first registered.
 */
@ApplicationScoped
class Turns {
    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    void take(Reference reference) {
        take("reference\n" + reference.sourceSystem() + "\n" + reference.externalId());
    }

    /** @param curp its blind token */
    void take(byte[] curp) {
        take("curp\n" + Arrays.toString(curp));
    }

    private void take(String name) {
        sql.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 1))",
                actor.get().tenant() + "\n" + name);
    }
}
