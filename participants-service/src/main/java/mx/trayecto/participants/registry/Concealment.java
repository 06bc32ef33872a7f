package mx.trayecto.participants.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.finding.Tokens;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;

/** Protects all records of a woman at once, or none: one that could still be found would lead to the others. */
@ApplicationScoped
class Concealment {
    @Inject
    Vault vault;

    @Inject
    Tokens tokens;

    /** @throws ProblemException 409 where the data of one of them were suppressed */
    void requireReadable(List<Participant> people) {
        if (identities(people).size() < people.size()) {
            throw ProblemException.of(ParticipantProblem.UNREADABLE);
        }
    }

    /** Protects records, or brings them to light; those that are so already stay as they are. */
    void set(List<Participant> people, boolean hidden) {
        List<Participant> changing =
                people.stream().filter(p -> p.protectedRecord != hidden).toList();
        Map<UUID, Identity> identities = identities(changing);
        for (Participant p : changing) {
            Identity identity = identities.get(p.id);
            if (identity != null) {
                p.protect(hidden, hidden && p.alias == null ? Aliases.next(identity) : p.alias);
                tokens.replace(p.id, hidden ? List.of() : identity.names(), hidden ? null : identity.phone());
            }
        }
    }

    private Map<UUID, Identity> identities(Collection<Participant> people) {
        Map<UUID, byte[]> sealed = new HashMap<>();
        people.forEach(p -> sealed.put(p.id, p.identity));
        return vault.openAll(sealed, Identity.class);
    }
}
