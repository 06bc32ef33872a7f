package mx.trayecto.participants.collectives;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.participants.registry.Faults;
import mx.trayecto.participants.registry.Persons;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Who is in a collective. A protected woman is there for those alone who opened her record: everybody knows who the others
 * are, so an alias among them would name her. Nothing else of the collective changes with her, neither its version nor a
 * count. Every call runs in the caller's transaction.
 */
@ApplicationScoped
class Members {
    private static final String SHOWN =
            "tenantId = ?1 and collectiveId = ?2 and id > ?3 and participantId in (select p.id"
                    + " from Participant p where p.tenantId = ?1 and (p.protectedRecord = false or p.id in ?4)) order by id";

    @Inject
    CurrentActor actor;

    @Inject
    Collectives collectives;

    @Inject
    CollectiveEvents events;

    @Inject
    Persons persons;

    @Inject
    MergePatch merge;

    @Inject
    Preconditions preconditions;

    @Inject
    Sql sql;

    /**
     * Takes a woman into a collective.
     *
     * @throws ProblemException 422 with every error; 403 where her record is protected and the actor has no access to it;
     *     409 where the collective was dissolved by then, or she is in it at that time
     */
    MemberView join(UUID id, JoinCollective command) {
        Collective collective = collectives.require(id);
        UUID participant = persons.named(command.participant(), "/participant");
        LocalDate on = command.joinedOn() == null ? persons.today() : command.joinedOn();
        check(collective, on, null, "/joinedOn", "/leftOn");
        turn(id);
        Member member = new Member(actor.get().tenant(), id, participant, command.role(), on);
        refuseSecond(member, on, null);
        member.persist();
        events.joined(collective, member);
        return known(member, "joinCollective").view();
    }

    /** @throws ProblemException 409 where she has left already; 422 where she would leave before she came */
    MemberView leave(UUID id, UUID membership, LeaveCollective command) {
        Collective collective = collectives.require(id);
        turn(id);
        Known known = require(id, membership, "leaveCollective");
        Member member = known.member();
        if (member.leftOn != null) {
            throw ProblemException.of(CollectiveProblem.LEFT);
        }
        LocalDate on = command.on() == null ? persons.today() : command.on();
        check(collective, member.joinedOn, on, "/on", "/on");
        member.leave(on);
        events.left(collective, member);
        return known.view();
    }

    /** @throws ProblemException 412 where the version is another; 422 with every error; 409 as {@link #join} */
    MemberView correct(UUID id, UUID membership, JsonNode patch) {
        Collective collective = collectives.require(id);
        turn(id);
        Known known = require(id, membership, "correctCollectiveMember");
        Member member = known.member();
        preconditions.check(member.version);
        CorrectMember before = CorrectMember.of(member);
        CorrectMember after = merge.apply(before, patch, CorrectMember.class);
        check(collective, after.joinedOn(), after.leftOn(), "/joinedOn", "/leftOn");
        if (!after.equals(before)) {
            refuseSecond(member, after.joinedOn(), after.leftOn());
            member.correct(after);
            if (after.leftOn() == null) {
                events.joined(collective, member);
            } else {
                events.left(collective, member);
            }
        }
        return known.view();
    }

    /** Those who are shown, each with the record that stands for her. */
    List<Member> list(UUID id, UUID after, int rows) {
        return Member.<Member>find(
                        SHOWN, actor.get().tenant(), id, after == null ? new UUID(0, 0) : after, persons.opened())
                .range(0, rows - 1)
                .list();
    }

    Map<UUID, UUID> standing(String action, List<Member> members) {
        return persons.told(
                action, members.stream().map(member -> member.participantId).toList());
    }

    MemberView view(UUID id, UUID membership, String action) {
        collectives.require(id);
        return require(id, membership, action).view();
    }

    /** A membership, and the record that stands for its woman. */
    private record Known(Member member, UUID standing) {
        MemberView view() {
            return MemberView.of(member, standing);
        }
    }

    /** @throws ProblemException 404 where it is absent, or of a woman whom the actor may not be told of */
    private Known require(UUID id, UUID membership, String action) {
        return Member.<Member>find(
                        "tenantId = ?1 and collectiveId = ?2 and id = ?3",
                        actor.get().tenant(),
                        id,
                        membership)
                .firstResultOptional()
                .map(member -> known(member, action))
                .filter(known -> known.standing() != null)
                .orElseThrow(ProblemException::notFound);
    }

    private Known known(Member member, String action) {
        return new Known(member, standing(action, List.of(member)).get(member.participantId));
    }

    private void check(Collective of, LocalDate joined, LocalDate left, String joinedAt, String leftAt) {
        Faults faults = new Faults("");
        LocalDate today = persons.today();
        CollectiveRules.past(joined, joinedAt, today, faults);
        CollectiveRules.past(left, leftAt, today, faults);
        CollectiveRules.inOrder(joined, left, leftAt, faults);
        CollectiveRules.inOrder(of.formedOn, joined, joinedAt, faults);
        faults.refuse();
        if (of.dissolvedOn != null && joined.isAfter(of.dissolvedOn)) {
            throw ProblemException.of(CollectiveProblem.DISSOLVED);
        }
    }

    /** Memberships of one collective are changed one after the other, so that the second finds what the first wrote. */
    private void turn(UUID collective) {
        sql.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))", "members\n" + collective);
    }

    /** Before it is written: the database knows of open memberships only, and says less. */
    private void refuseSecond(Member member, LocalDate from, LocalDate until) {
        List<Member> hers = Member.list(
                "tenantId = ?1 and collectiveId = ?2 and participantId in ?3 and id <> ?4",
                member.tenantId,
                member.collectiveId,
                persons.records(member.participantId),
                member.id);
        if (hers.stream().anyMatch(other -> other.overlaps(from, until))) {
            throw ProblemException.of(CollectiveProblem.ALREADY_MEMBER);
        }
    }
}
