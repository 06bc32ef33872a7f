package mx.trayecto.programs.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.Codes;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentEvent;
import mx.trayecto.programs.enrollment.EnrollmentLog;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.participant.KnownParticipant;
import mx.trayecto.programs.staff.Staff;

/** Follow-ups, and who may read what was written in them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FollowUps {
    @Inject
    Vault vault;

    @Inject
    EnrollmentLog log;

    @Inject
    CurrentActor actor;

    FollowUpView record(UUID id, RecordFollowUp command) {
        Enrollment enrollment = Enrollment.of(id);
        References named = new References();
        named.follow("/staff", command.staff(), Staff::find);
        named.check();
        LocalDate on = CohortTerms.daySinceApplying(enrollment, command.on(), "/on");
        KnownParticipant.requireKept(enrollment.participantId);
        byte[] note = command.text() == null ? null : vault.seal(enrollment.participantId, command.text());
        FollowUp made =
                new FollowUp(enrollment.tenantId, id, on, command, actor.get().subject(), note);
        made.persist();
        log.append(List.of(EnrollmentEvent.of("followed-up", enrollment, on)
                .with("followUp", made.id)
                .with("kind", Codes.of(command.kind()))));
        return view(enrollment, made);
    }

    FollowUpView view(Enrollment enrollment, FollowUp made) {
        Actor who = actor.get();
        boolean mayRead = who.may("attendance:write") || who.may("enrollments:write");
        return FollowUpView.of(
                made,
                made.note == null || !mayRead ? null : vault.open(enrollment.participantId, made.note, String.class));
    }
}
