package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.participants.attributes.History;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.participants.references.References;
import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.Compartments;

/**
 * What a person's rights over her data come to in the registry (LGPDPPSO: access, rectification, opposition; for
 * cancellation see {@link Cancellation}). Every call runs in the caller's transaction and ends with 404 where the actor
 * does not see her.
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
    Records records;

    @Inject
    MergeLog merges;

    @Inject
    Compartments compartments;

    @Inject
    Blocked blocked;

    @Inject
    Audit audit;

    /** Goes on only if she is registered and the actor sees her. */
    public void demand(UUID id) {
        participants.require(id);
    }

    /**
     * Whether what somebody wrote about her may be shown: of a protected record under an access to it only, which leaves a
     * trace; once her data are blocked nobody has one.
     *
     * @param action the operation's name in the contract
     */
    public boolean opened(UUID id, String action) {
        blocked.show();
        Optional<Participant> her = records.find(id);
        blocked.hide();
        return her.map(p -> reads.opened(action, p)).orElse(true); // suppressed: her key is gone, and it with her
    }

    /**
     * All that is held of her, under whichever of her records: what is made of it sees the whole tenant.
     *
     * @param action the operation's name in the contract
     * @throws ProblemException 403 where her record is protected and the actor has no access to it
     */
    public <T> T held(UUID id, String action, Function<Holding, T> made) {
        Participant seen = participants.require(id);
        if (!reads.opened(action, seen)) {
            throw ProblemException.of(ParticipantProblem.PROTECTED)
                    .detail(
                            "Para entregarle sus datos, abra antes el registro con su motivo (identity-access).",
                            "To hand her data over, open the record first, with a reason (identity-access).");
        }
        return compartments.beyond(() -> made.apply(holding(records.survivor(seen))));
    }

    private Holding holding(Participant stands) {
        List<Held> merged = records.merged(stands.id).stream().map(this::held).toList();
        List<UUID> ids = new ArrayList<>(List.of(stands.id));
        merged.forEach(record -> ids.add(record.participant()));
        return new Holding(
                ids,
                held(stands),
                merged,
                merges.among(ids).stream().map(MergeView::of).toList());
    }

    private Held held(Participant p) {
        Identity identity = vault.open(p.id, p.identity, Identity.class);
        if (identity == null) {
            throw ProblemException.of(ParticipantProblem.UNREADABLE);
        }
        List<Held.Dated> history = new ArrayList<>();
        Map<String, List<History.Entry>> dated = new TreeMap<>(p.history.byAttribute());
        dated.putAll(identity.dated(p.registeredOn).byAttribute());
        dated.forEach((attribute, entries) ->
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
        Participant asked = records.require(id);
        Participant stands = records.standing(asked);
        audit.record("changeParticipant", stands.id, Forms.told(changes.apply(stands, asked, patch, false)));
    }

    /**
     * Withdraws her consents to these purposes, under the record that she spoke of; where she was never asked about one,
     * her no is recorded.
     */
    public void oppose(UUID id, Collection<Purpose> purposes) {
        Participant p = records.require(id);
        List<GiveConsent> noes = purposes.stream().map(GiveConsent::opposed).toList();
        protection.guard(p, noes);
        consents.give(p, noes);
    }
}
