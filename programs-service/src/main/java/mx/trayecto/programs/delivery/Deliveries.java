package mx.trayecto.programs.delivery;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Worth;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.participant.KnownParticipant;
import mx.trayecto.programs.topic.Topics;

/** What women get besides training: recorded, taken further, corrected, and told whole each time. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Deliveries {
    private static final String TYPE = "mx.trayecto.delivery.";

    @Inject
    Outbox outbox;

    @Inject
    MergePatch merge;

    @Inject
    Preconditions preconditions;

    /** @throws ProblemException 422 with every error; 409 where her data were suppressed; 404 where the enrolment is not seen */
    Delivery record(UUID enrollment, RecordDelivery command) {
        return record(enrollment, command, null);
    }

    /**
     * The same for a table's row.
     *
     * @param externalId how the table calls it
     */
    Delivery record(UUID enrollment, RecordDelivery command, String externalId) {
        Enrollment of = Enrollment.of(enrollment);
        References faults = new References();
        faults.follow("/institution", command.institution(), Organization::find);
        Worth.check("/amount", command.amount(), faults);
        if (command.state() == DeliveryState.REJECTED) {
            faults.refuse("/state", "own-step", "el rechazo es un paso aparte", "a rejection is a step of its own");
        }
        faults.check();
        LocalDate on = CohortTerms.daySinceApplying(of, command.on(), "/on");
        KnownParticipant.requireKept(of.participantId);
        Delivery made = new Delivery(of, command, on, externalId);
        made.persist();
        tell(made, made.state.name().toLowerCase());
        return made;
    }

    /**
     * Takes one step.
     *
     * @param given the day of the step; today at the centre where null
     * @param amount what it comes to from then on; null where that stays
     */
    Delivery step(UUID id, LocalDate given, Money amount, BiConsumer<Delivery, LocalDate> change) {
        Delivery delivery = Delivery.lock(id);
        References faults = new References();
        Worth.check("/amount", amount, faults);
        faults.check();
        change.accept(delivery, CohortTerms.daySinceApplying(Enrollment.of(delivery.enrollmentId), given, "/on"));
        tell(delivery, delivery.state.name().toLowerCase());
        return delivery;
    }

    /** @throws ProblemException 412 where the version is another; 422 with every error */
    Delivery correct(UUID id, JsonNode patch) {
        Delivery delivery = Delivery.lock(id);
        preconditions.check(delivery.version);
        CorrectDelivery before = CorrectDelivery.of(delivery);
        CorrectDelivery after = merge.apply(before, patch, CorrectDelivery.class);
        References faults = new References();
        faults.follow("/institution", after.institution(), Organization::find);
        Worth.check("/amount", after.amount(), faults);
        Worth.check("/approved", after.approved(), faults);
        if (after.approved() != null && after.approvedOn() == null) {
            faults.refuse(
                    "/approvedOn", "required", "es obligatoria con lo aprobado", "is required with what was approved");
        }
        if (after.state() != DeliveryState.REQUESTED
                && after.approvedOn() != null
                && after.approvedOn().isAfter(after.on())) {
            faults.refuse("/approvedOn", "range", "no puede ser posterior a on", "must not be after on");
        }
        boolean rejected = after.state() == DeliveryState.REJECTED;
        if (rejected != (after.reason() != null)) {
            faults.refuse(
                    "/reason",
                    "with-rejection-only",
                    "va con el rechazo, y solo con él",
                    "goes with a rejection, and with that alone");
        }
        faults.check();
        CohortTerms.daySinceApplying(Enrollment.of(delivery.enrollmentId), after.on(), "/on");
        if (!after.equals(before)) {
            delivery.correct(after);
            tell(delivery, "corrected");
        }
        return delivery;
    }

    /** @throws ProblemException 404 where the caller sees none */
    static DeliveryView view(UUID id) {
        return Delivery.<Delivery>findByIdOptional(id).map(DeliveryView::of).orElseThrow(ProblemException::notFound);
    }

    private void tell(Delivery delivery, String what) {
        outbox.append(Topics.DELIVERIES, delivery.id, TYPE + what + ".v1", DeliveryRecord.of(delivery));
    }
}
