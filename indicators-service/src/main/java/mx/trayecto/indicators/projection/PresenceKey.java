package mx.trayecto.indicators.projection;

import java.util.UUID;

/**
 * That a member stands in a slot under a name, by way of one enrolment ({@link Slot#NONE} without). The facts behind it
 * are counted; it is gone when the last of them is.
 */
record PresenceKey(UUID tenant, UUID member, String counted, UUID slot, UUID enrollment) {
    Holder byMember() {
        return new Holder(tenant, member, counted);
    }

    Holder byEnrollment() {
        return new Holder(tenant, enrollment, counted);
    }

    /** Whose slots are compared before and after: a member's, or an enrolment's. */
    record Holder(UUID tenant, UUID id, String counted) {}
}
