package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.participants.finding.Tokens;
import mx.trayecto.participants.references.References;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;

/**
 * What a person's rights over her data come to in the registry (LGPDPPSO: access, rectification, cancellation,
 * opposition). Every call runs in the caller's transaction and ends with 404 where the actor does not see her.
 */
@ApplicationScoped
public class Rights {
    @Inject
    Participants participants;

    @Inject
    IdentityReads reads;

    @Inject
    Vault vault;

    @Inject
    References references;

    @Inject
    Changes changes;

    @Inject
    ConsentGiving consents;

    @Inject
    Protection protection;

    @Inject
    Blocked blocked;

    @Inject
    Tokens tokens;

    @Inject
    Snapshots snapshots;

    @Inject
    Sql sql;

    /** Goes on only if she is registered and the actor sees her. */
    public void demand(UUID id) {
        participants.require(id);
    }

    /**
     * All that is held of her.
     *
     * @param action the operation's name in the contract
     * @throws ProblemException 403 where her record is protected and the actor has no access to it
     */
    public Held held(UUID id, String action) {
        Participant p = participants.require(id);
        if (!reads.opened(action, p)) {
            throw ProblemException.of(ParticipantProblem.PROTECTED)
                    .detail(
                            "Para entregarle sus datos, abra antes el registro con su motivo (identity-access).",
                            "To hand her data over, open the record first, with a reason (identity-access).");
        }
        Identity identity = vault.open(p.id, p.identity, Identity.class);
        if (identity == null) {
            throw ProblemException.of(ParticipantProblem.UNREADABLE);
        }
        List<Held.Dated> history = new ArrayList<>();
        p.history
                .byAttribute()
                .forEach((attribute, entries) ->
                        entries.forEach(entry -> history.add(new Held.Dated(attribute, entry.from(), entry.value()))));
        return new Held(
                p.id,
                p.createdAt,
                Forms.current(p, identity),
                references.of(List.of(p.id), List.of(p.id)).getOrDefault(p.id, List.of()),
                history);
    }

    /**
     * Corrects what is held of her.
     *
     * @param patch a merge patch as for a change of hers
     * @throws ProblemException as a change of hers does
     */
    public void rectify(UUID id, JsonNode patch) {
        changes.apply(participants.require(id), patch, false);
    }

    /** Withdraws her consents to these purposes; where she was never asked about one, her no is recorded. */
    public void oppose(UUID id, Collection<Purpose> purposes) {
        Participant p = participants.require(id);
        List<GiveConsent> noes = purposes.stream().map(GiveConsent::opposed).toList();
        protection.guard(p, noes);
        consents.give(p, noes);
    }

    /** Blocks her data: from the commit on nobody is shown, finds or is given anything of her; what she did still counts. */
    public void block(UUID id, LocalDate on) {
        Participant p = participants.require(id);
        tokens.replace(p.id, List.of(), null);
        blocked.show();
        p.block(on);
        blocked.hide();
    }

    /**
     * Suppresses blocked data for good: her key is destroyed at once, whatever becomes of the transaction, which takes her
     * row's contents away and tells other services. May be repeated.
     */
    public void suppress(UUID id, LocalDate on) {
        vault.destroy(id);
        if (sql.first("SELECT suppress_participant(?, ?)", row -> row.getBoolean(1), id, on)
                .orElseThrow()) {
            snapshots.suppress(id);
        }
    }
}
