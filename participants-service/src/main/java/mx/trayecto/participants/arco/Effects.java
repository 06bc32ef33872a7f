package mx.trayecto.participants.arco;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.registry.Cancellation;
import mx.trayecto.participants.registry.Faults;
import mx.trayecto.participants.registry.Rights;
import mx.trayecto.participants.workdays.WorkingCalendar;
import mx.trayecto.platform.problem.ProblemException;

/** Carries granted requests out. Every call runs in the caller's transaction. */
@ApplicationScoped
class Effects {
    @Inject
    ArcoRequests requests;

    @Inject
    Rights rights;

    @Inject
    Cancellation cancellation;

    @Inject
    WorkingCalendar calendar;

    @Inject
    ArcoConfig config;

    /**
     * Does what was granted: hands over, corrects, blocks, or stops the uses opposed.
     *
     * @throws ProblemException 409 where it is not granted; 422 where a rectification does not say what becomes of what;
     *     and whatever the change of her record is refused with
     */
    ArcoView carryOut(UUID id, CarryOut command) {
        ArcoRequest request = requests.require(id);
        request.demand(ArcoStatus.GRANTED);
        check(request, command);
        UUID her = request.participantId;
        return switch (request.kind) {
            case ACCESS -> {
                rights.demand(her);
                yield requests.take(id, Step.EXPORTED, command.on(), command.note(), ArcoRequest::carryOut);
            }
            case RECTIFICATION -> {
                rights.rectify(her, command.changes());
                yield requests.take(id, Step.RECTIFIED, command.on(), proven(command), ArcoRequest::carryOut);
            }
            case OPPOSITION -> {
                rights.oppose(her, request.purposes);
                yield requests.take(id, Step.OPPOSED, command.on(), command.note(), ArcoRequest::carryOut);
            }
            case CANCELLATION -> {
                // from the day it is done, whatever day it is said to be done on: nothing shortens it
                LocalDate today = calendar.today();
                LocalDate until = today.plus(config.blocking());
                ArcoView blocked = requests.take(
                        id, Step.BLOCKED, today, command.note(), (it, on, days) -> it.block(on, until, days));
                cancellation.block(her, today);
                yield blocked;
            }
        };
    }

    /** Suppresses data whose blocking is over. */
    void suppress(UUID id) {
        ArcoRequest request = requests.require(id);
        LocalDate today = calendar.today();
        request.suppress(today, calendar.days());
        requests.write(request, Step.SUPPRESSED, today, null);
        cancellation.suppress(request.participantId, today);
    }

    private static void check(ArcoRequest request, CarryOut command) {
        Faults faults = new Faults("");
        boolean rectifies = request.kind == ArcoKind.RECTIFICATION;
        told(command.changes() != null, rectifies, "/changes", faults);
        told(command.proofReference() != null, rectifies, "/proofReference", faults);
        if (request.kind == ArcoKind.CANCELLATION && command.on() != null) {
            faults.add("/on", "today-only", "los datos se bloquean hoy", "data are blocked today");
        }
        faults.refuse();
    }

    private static void told(boolean there, boolean needed, String pointer, Faults faults) {
        if (there != needed) {
            faults.add(
                    pointer,
                    needed ? "required" : "rectification-only",
                    "acompaña a una rectificación, y solo a ella",
                    "comes with a rectification, and with nothing else");
        }
    }

    private static String proven(CarryOut command) {
        return command.proofReference() + (command.note() == null ? "" : "\n" + command.note());
    }
}
