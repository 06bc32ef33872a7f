package mx.trayecto.participants.registry;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.consents.Consent;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;

/** Takes a person's word, and tells other services at once what it allows or no longer allows. */
@ApplicationScoped
class ConsentGiving {
    @Inject
    Protection protection;

    @Inject
    RegistrationRules rules;

    @Inject
    ConsentLog log;

    @Inject
    Vault vault;

    @Inject
    Snapshots snapshots;

    /**
     * Records one consent in the caller's transaction.
     *
     * @param p the record that it is given under, merged or not: where a merge is taken back, it stays there
     * @throws ProblemException 422 where it lies in the future or should be in writing; 403 where it would tell the age
     *     behind an alias
     */
    Consent give(Participant p, GiveConsent given) {
        protection.guard(p, List.of(given));
        Faults faults = new Faults("");
        rules.consent(given, "", faults);
        faults.refuse();
        return give(p, List.of(given)).getFirst();
    }

    /** Records consents that were checked, under this record, merged or not. */
    List<Consent> give(Participant p, List<GiveConsent> given) {
        if (given.isEmpty()) {
            return List.of();
        }
        Identity identity = vault.open(p.id, p.identity, Identity.class);
        if (identity == null) {
            throw ProblemException.of(ParticipantProblem.UNREADABLE);
        }
        Instant now = Instant.now();
        ParticipantChanged told = ParticipantChanged.of(p);
        log.apply(p, given, now);
        List<Consent> stored = log.store(p, identity, given, now);
        snapshots.publish(told, p);
        return stored;
    }
}
