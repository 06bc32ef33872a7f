package mx.trayecto.participants.breakglass;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.panache.common.Parameters;

import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Opens protected records, for an hour and to one person each. Every call runs in the caller's transaction. */
@ApplicationScoped
public class IdentityAccesses {
    /** Who may open one. */
    public static final String SCOPE = "participants:identity";

    /** Who opened one record of a woman has opened those that it is merged with. */
    private static final String LIVE = """
            SELECT DISTINCT ON (p.id) p.id, a.id
              FROM identity_access a
              JOIN participant o ON o.tenant_id = a.tenant_id AND o.id = a.participant_id
              JOIN participant p ON p.tenant_id = a.tenant_id
               AND (p.id = coalesce(o.merged_into, o.id) OR p.merged_into = coalesce(o.merged_into, o.id))
             WHERE a.tenant_id = ? AND a.subject = ? AND a.ended_at IS NULL AND a.ends_at > now()
             ORDER BY p.id, a.ends_at DESC, a.id""";

    private record Live(UUID participant, UUID access) {}

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    Vault vault;

    @Inject
    Event<Alert.Opened> alert;

    /** Under which access the actor may see who these people are now: nothing for those without one. */
    public Map<UUID, UUID> live(Collection<UUID> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<UUID, UUID> live = new HashMap<>(live());
        live.keySet().retainAll(people);
        return live;
    }

    /**
     * Whom the actor may see now, and under which access. Asks the database only for those who may open records at all.
     */
    public Map<UUID, UUID> live() {
        Actor who = actor.get();
        if (!who.may(SCOPE)) {
            return Map.of();
        }
        return sql
                .list(
                        LIVE,
                        row -> new Live(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        who.tenant(),
                        who.subject())
                .stream()
                .collect(Collectors.toMap(Live::participant, Live::access));
    }

    /** By access, the record that it was granted on: of a merged woman any of hers. */
    public Map<UUID, UUID> records(Collection<UUID> accesses) {
        if (accesses.isEmpty()) {
            return Map.of();
        }
        return sql
                .list(
                        "SELECT participant_id, id FROM identity_access WHERE tenant_id = ? AND id = ANY (?)",
                        row -> new Live(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        actor.get().tenant(),
                        accesses)
                .stream()
                .collect(Collectors.toMap(Live::access, Live::participant));
    }

    /** Opens a record that the actor sees and that is protected, and raises the alert once that is committed. */
    public AccessView grant(UUID participant, AccessIdentity command) {
        IdentityAccess.Account account = new IdentityAccess.Account(command.explanation(), command.caseNumber());
        IdentityAccess access =
                new IdentityAccess(actor.get(), participant, command.reason(), vault.seal(participant, account));
        access.persistAndFlush();
        alert.fire(new Alert.Opened(access.id, access.reason));
        return told(access);
    }

    /** One access with its texts. */
    public AccessView view(UUID id) {
        return told(require(id));
    }

    /** @throws ProblemException 404 where it is absent, of another tenant or of a person whom the actor does not see */
    IdentityAccess require(UUID id) {
        return IdentityAccess.<IdentityAccess>find(
                        "tenantId = ?1 and id = ?2", actor.get().tenant(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** All that was ever granted to these records, with the texts. */
    public List<AccessView> of(Collection<UUID> records) {
        return IdentityAccess.<IdentityAccess>list(
                        "tenantId = ?1 and participantId in ?2 order by id",
                        actor.get().tenant(),
                        records)
                .stream()
                .map(this::told)
                .toList();
    }

    void end(IdentityAccess access) {
        access.end(actor.get().subject(), Instant.now());
    }

    AccessView review(UUID id, ReviewAccess command) {
        IdentityAccess access = require(id);
        byte[] note = command.note() == null ? null : vault.seal(access.participantId, command.note());
        access.review(actor.get().subject(), command.outcome(), note, Instant.now());
        IdentityAccess.flush();
        return told(access);
    }

    /**
     * Accesses in the order they were granted.
     *
     * @param reviewed filter, may be null
     * @param participant filter, may be null
     */
    List<IdentityAccess> list(UUID after, int rows, Boolean reviewed, UUID participant) {
        StringBuilder query = new StringBuilder("tenantId = :tenant and id > :after");
        Parameters with =
                Parameters.with("tenant", actor.get().tenant()).and("after", after == null ? new UUID(0, 0) : after);
        if (reviewed != null) {
            query.append(reviewed ? " and reviewedAt is not null" : " and reviewedAt is null");
        }
        if (participant != null) {
            query.append(" and participantId = :participant");
            with.and("participant", participant);
        }
        return IdentityAccess.<IdentityAccess>find(query + " order by id", with)
                .range(0, rows - 1)
                .list();
    }

    private AccessView told(IdentityAccess access) {
        return AccessView.of(
                access,
                vault.open(access.participantId, access.account, IdentityAccess.Account.class),
                access.reviewNote == null ? null : vault.open(access.participantId, access.reviewNote, String.class));
    }
}
