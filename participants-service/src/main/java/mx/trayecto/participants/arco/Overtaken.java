package mx.trayecto.participants.arco;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import mx.trayecto.participants.registry.DataBlocked;
import mx.trayecto.participants.workdays.WorkingCalendar;
import mx.trayecto.platform.audit.Audit;

/**
 * Closes the requests that a cancellation overtakes: once her data are blocked nobody can carry them out any more, and they
 * would be owed for ever.
 */
@ApplicationScoped
class Overtaken {
    static final String WHY =
            "Sus datos fueron cancelados y están bloqueados: ya no hay qué entregar, corregir ni cesar.\n"
                    + "Her data were cancelled and are blocked: nothing is left to hand over, correct or stop.";

    @Inject
    ArcoRequests requests;

    @Inject
    WorkingCalendar calendar;

    @Inject
    Audit audit;

    /** Refuses what is still open about any of her records, in the transaction of the blocking. */
    void close(@Observes DataBlocked blocked) {
        for (ArcoRequest request : requests.open(blocked.records())) {
            request.overtake(blocked.on(), calendar.days());
            requests.write(request, Step.REFUSED, blocked.on(), WHY);
            audit.record("closeArcoRequest", request.id, null);
        }
    }
}
