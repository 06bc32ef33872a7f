package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * What other features may learn of people, for what people do with each other or are given. Every call runs in the
 * caller's transaction, under the row policies of the registry: who is blocked or outside the actor's compartment is not
 * there.
 */
@ApplicationScoped
public class Persons {
    @Inject
    CurrentActor actor;

    @Inject
    Participants participants;

    @Inject
    Protection protection;

    @Inject
    Records records;

    @Inject
    IdentityReads reads;

    @Inject
    ParticipantViews views;

    @Inject
    IdentityRules identities;

    public LocalDate today() {
        return identities.today();
    }

    /**
     * The record that stands for a person whom a request names.
     *
     * @param pointer to her id in the request
     * @throws ProblemException 422 where the actor does not see her; 403 where her record is protected and not open to the
     *     actor: what would be said of it could lead to her
     */
    public UUID named(UUID id, String pointer) {
        Participant p = participants
                .find(id)
                .orElseThrow(() -> ProblemException.of(CommonProblem.VALIDATION)
                        .error(pointer, "unknown-participant", "no existe", "does not exist"));
        protection.demand(p);
        return p.id;
    }

    /** The ids of all records of the woman that this is one of, as far as the actor may be told that they are of one. */
    public List<UUID> records(UUID participant) {
        return records.find(participant)
                .map(records::standing)
                .map(records::shown)
                .orElse(List.of(participant));
    }

    /** The protected records that are open to the actor now. */
    public Set<UUID> opened() {
        return protection.opened();
    }

    /**
     * Those of the people whom the actor may be told of, each with the record that stands for her; of protected ones under
     * an access, which leaves a trace.
     *
     * @param action the operation's name in the contract
     */
    public Map<UUID, UUID> told(String action, Collection<UUID> people) {
        Map<UUID, UUID> told = new HashMap<>();
        seen(people).stream().filter(p -> reads.opened(action, p)).forEach(p -> told.put(p.id, records.standing(p).id));
        return told;
    }

    /**
     * The people whom the actor sees as they stand in a file: protected records by alias and state, whoever asks. Whose
     * identity is told leaves a trace.
     *
     * @param action the operation's name in the contract
     * @return each under the id that she was asked for by
     */
    public Map<UUID, Beneficiary> exported(String action, Collection<UUID> people) {
        Map<UUID, UUID> standing = new HashMap<>();
        List<Participant> shown = new ArrayList<>();
        for (Participant p : seen(people)) {
            Participant stands = p.protectedRecord ? p : records.survivor(p);
            standing.put(p.id, stands.id);
            if (!shown.contains(stands)) {
                shown.add(stands);
            }
        }
        Map<UUID, Beneficiary> views = new HashMap<>();
        reads.told(action, this.views.declared(shown)).forEach(view -> views.put(view.id(), Beneficiary.of(view)));
        Map<UUID, Beneficiary> found = new HashMap<>();
        standing.forEach((asked, stands) -> found.put(asked, views.get(stands)));
        return found;
    }

    private List<Participant> seen(Collection<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : Participant.list("tenantId = ?1 and id in ?2", actor.get().tenant(), people);
    }
}
