package mx.trayecto.programs.mentorship;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentEvent;
import mx.trayecto.programs.enrollment.EnrollmentLog;
import mx.trayecto.programs.field.Hours;
import mx.trayecto.programs.field.References;

/**
 * Mentors and those they accompany. Forming a mentorship is told with no hours, so that a mentor counts from then on;
 * every meeting is told to all who were there.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Mentorships {
    @Inject
    EnrollmentLog log;

    @Inject
    CurrentActor actor;

    Mentorship form(FormMentorship command) {
        References named = new References();
        Enrollment mentor = named.follow("/mentor", command.mentor(), Enrollment::find);
        named.check();
        LocalDate on = terms(mentor).day(command.startsOn(), "/startsOn");
        takesPart(mentor, on, "/mentor", named);
        Map<UUID, Enrollment> mentees = accompanied(mentor, command.mentees(), on, named);
        Mentorship mentorship = new Mentorship(actor.get().tenant(), command, on);
        mentorship.persist();
        log.append(told(mentorship, mentor, mentees.values(), on, BigDecimal.ZERO));
        return mentorship;
    }

    Mentorship change(Mentorship mentorship, ChangeMentorship command) {
        References named = new References();
        Enrollment mentor = Enrollment.of(mentorship.mentorEnrollmentId);
        if (command.endsOn() != null && command.endsOn().isBefore(mentorship.startsOn)) {
            named.refuse("/endsOn", "period", "no puede ser anterior al inicio", "must not be before the start");
        }
        if (!command.mentees().containsAll(mentorship.mentees)) {
            named.refuse("/mentees", "removed", "solo se agregan personas", "people are only added");
        }
        List<UUID> more = command.mentees().stream()
                .filter(mentee -> !mentorship.mentees.contains(mentee))
                .toList();
        LocalDate on = terms(mentor).today();
        Map<UUID, Enrollment> mentees = accompanied(mentor, more, on, named);
        mentorship.endsOn = command.endsOn();
        mentorship.accompanyAlso(more);
        log.append(mentees.values().stream()
                .map(mentee -> told(mentorship, mentee, "mentee", on, BigDecimal.ZERO))
                .toList());
        return mentorship;
    }

    MentorshipSession meet(Mentorship mentorship, RecordMentoring command) {
        Enrollment mentor = Enrollment.of(mentorship.mentorEnrollmentId);
        LocalDate on = terms(mentor).day(command.on(), "/on");
        References named = new References();
        if (!mentorship.lastsOn(on)) {
            named.refuse("/on", "outside-mentorship", "está fuera de la mentoría", "is outside of the mentorship");
        }
        List<UUID> present = command.mentees() == null ? mentorship.mentees : command.mentees();
        for (int i = 0; i < present.size(); i++) {
            if (!mentorship.mentees.contains(present.get(i))) {
                named.unknown("/mentees/" + i);
            }
        }
        named.check();
        MentorshipSession session = new MentorshipSession(
                mentorship, on, command.hours(), present, actor.get().subject());
        session.persist();
        log.append(told(mentorship, mentor, find(present).values(), on, command.hours()));
        return session;
    }

    private static Map<UUID, Enrollment> accompanied(
            Enrollment mentor, List<UUID> ids, LocalDate on, References named) {
        Map<UUID, Enrollment> found = find(ids);
        for (int i = 0; i < ids.size(); i++) {
            Enrollment mentee = found.get(ids.get(i));
            if (mentee == null || mentee.id.equals(mentor.id)) {
                named.unknown("/mentees/" + i);
            } else {
                takesPart(mentee, on, "/mentees/" + i, named);
            }
        }
        named.check();
        return found;
    }

    private static void takesPart(Enrollment enrollment, LocalDate on, String pointer, References named) {
        if (!enrollment.tookPartOn(on)) {
            named.refuse(pointer, "not-taking-part", "no participaba en esa fecha", "did not take part on that day");
        }
    }

    private static Map<UUID, Enrollment> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Enrollment.<Enrollment>list("id IN ?1", ids).stream()
                        .collect(Collectors.toMap(enrollment -> enrollment.id, Function.identity()));
    }

    private static CohortTerms terms(Enrollment enrollment) {
        return CohortTerms.of(enrollment.cohortId);
    }

    private static List<EnrollmentEvent> told(
            Mentorship mentorship, Enrollment mentor, Collection<Enrollment> mentees, LocalDate on, BigDecimal hours) {
        List<EnrollmentEvent> told = new ArrayList<>();
        told.add(told(mentorship, mentor, "mentor", on, hours));
        mentees.forEach(mentee -> told.add(told(mentorship, mentee, "mentee", on, hours)));
        return told;
    }

    private static EnrollmentEvent told(
            Mentorship mentorship, Enrollment enrollment, String role, LocalDate on, BigDecimal hours) {
        return EnrollmentEvent.of("mentored", enrollment, on)
                .with("mentorship", mentorship.id)
                .with("role", role)
                .with("hours", Hours.plain(hours));
    }
}
