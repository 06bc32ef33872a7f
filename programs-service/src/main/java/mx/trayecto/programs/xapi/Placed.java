package mx.trayecto.programs.xapi;

import java.util.UUID;

import mx.trayecto.programs.xapi.ReceivedStatement.Reason;
import mx.trayecto.programs.xapi.ReceivedStatement.Status;

/**
 * What a statement came to.
 *
 * @param reason why it waits; null where it does not
 * @param enrollment whose it is; null where that is not known or does not matter
 */
record Placed(Status status, Reason reason, UUID enrollment) {
    static Placed applied(UUID enrollment) {
        return new Placed(Status.APPLIED, null, enrollment);
    }

    static Placed ignored() {
        return new Placed(Status.IGNORED, null, null);
    }

    static Placed parked(Reason reason, UUID enrollment) {
        return new Placed(Status.PARKED, reason, enrollment);
    }
}
