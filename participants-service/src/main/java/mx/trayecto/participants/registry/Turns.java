package mx.trayecto.participants.registry;

import java.util.Arrays;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.storage.Columns;
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
        take(name(reference));
    }

    /** Many at once, in one order whoever takes them, so that no two wait for each other. */
    void take(Collection<Reference> references) {
        sql.execute(
                "SELECT pg_advisory_xact_lock(t.turn) FROM (SELECT DISTINCT hashtextextended(n.name, 1) AS turn"
                        + " FROM unnest(?::text[]) AS n (name) ORDER BY 1) t",
                Columns.of(references).text(reference -> actor.get().tenant() + "\n" + name(reference)));
    }

    /** @param curp its blind token */
    void take(byte[] curp) {
        take("curp\n" + Arrays.toString(curp));
    }

    private static String name(Reference reference) {
        return "reference\n" + reference.sourceSystem() + "\n" + reference.externalId();
    }

    private void take(String name) {
        sql.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 1))",
                actor.get().tenant() + "\n" + name);
    }
}
