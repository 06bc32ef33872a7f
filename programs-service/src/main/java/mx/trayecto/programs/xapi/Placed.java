package mx.trayecto.programs.xapi;

import java.util.UUID;

import mx.trayecto.programs.xapi.ReceivedStatement.Reason;
import mx.trayecto.programs.xapi.ReceivedStatement.Status;

/**
 * What a statement came to.
 *
 * @param reason why it waits; null where it does not
 * @param enrollment whose it is; null where that is not known or does not matter
 * @param completion what it recorded; null where it recorded nothing
 * @param voidedBy by which other one it was taken back; null where it was not
 */
record Placed(Status status, Reason reason, UUID enrollment, UUID completion, UUID voidedBy) {
    static Placed applied(UUID enrollment, UUID completion) {
        return new Placed(Status.APPLIED, null, enrollment, completion, null);
    }

    static Placed ignored() {
        return new Placed(Status.IGNORED, null, null, null, null);
    }

    static Placed parked(Reason reason, UUID enrollment) {
        return new Placed(Status.PARKED, reason, enrollment, null, null);
    }

    static Placed voided(UUID by) {
        return new Placed(Status.VOIDED, null, null, null, by);
    }
}
