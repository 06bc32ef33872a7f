package mx.trayecto.indicators.fact;

import java.util.UUID;

/**
 * Where a fact comes from, the same at every replay.
 *
 * @param subject the enrolment, survey response, centre, staff record, qualification or activity that the event is about
 * @param item the session, module, follow-up, ceremony, trained person … within the subject; {@link #WHOLE} where there is only one
 */
public record FactKey(UUID tenant, UUID subject, FactKind kind, UUID item) {
    public static final UUID WHOLE = new UUID(0, 0);

    public static FactKey whole(UUID tenant, UUID subject, FactKind kind) {
        return new FactKey(tenant, subject, kind, WHOLE);
    }
}
