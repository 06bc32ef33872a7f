package mx.trayecto.participants;

import java.util.UUID;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;

/** What programs-service would tell, on its own topics. */
public final class Elsewhere {
    private static final String PROGRAMS = "trayecto.programs.v1";
    private static final String ENROLLMENTS = "trayecto.enrollments.v1";
    private static final String DELIVERIES = "trayecto.deliveries.v1";

    static {
        Broker.create(PROGRAMS, true);
        Broker.create(ENROLLMENTS, false);
        Broker.create(DELIVERIES, false);
    }

    private Elsewhere() {}

    /** A centre that the service has heard of. */
    public static UUID center(UUID tenant) {
        return center(tenant, false);
    }

    /** One that hides who comes to it. */
    public static UUID confidentialCenter(UUID tenant) {
        return center(tenant, true);
    }

    private static UUID center(UUID tenant, boolean confidential) {
        UUID center = UUID.randomUUID();
        Broker.send(
                PROGRAMS,
                "mx.trayecto.center.changed.v1",
                tenant,
                center,
                1,
                "{\"center\":\"" + center + "\",\"code\":\"C\",\"closedOn\":null,\"confidential\":" + confidential
                        + "}");
        known(tenant, center, true);
        return center;
    }

    /** The centre closes, and the service hears of it. */
    public static void close(UUID tenant, UUID center, String on) {
        Broker.send(
                PROGRAMS,
                "mx.trayecto.center.changed.v1",
                tenant,
                center,
                2,
                "{\"center\":\"" + center + "\",\"code\":\"C\",\"closedOn\":\"" + on + "\",\"confidential\":false}");
        known(tenant, center, false);
    }

    private static void known(UUID tenant, UUID center, boolean open) {
        String registrar = Tokens.registrar(tenant);
        Eventually.get(
                () -> Caller.post(registrar)
                        .body(People.woman("center", center))
                        .post("/v1/participants")
                        .statusCode(),
                status -> status == (open ? 201 : 422));
    }

    /** A cohort of a centre. */
    public static UUID cohort(UUID tenant, UUID center) {
        UUID cohort = UUID.randomUUID();
        Broker.send(
                PROGRAMS,
                "mx.trayecto.cohort.changed.v1",
                tenant,
                cohort,
                1,
                "{\"cohort\":\"" + cohort + "\",\"code\":\"G1\",\"center\":\"" + center + "\"}");
        return cohort;
    }

    /** The first event of an enrolment. */
    public static void enrolment(
            String event, UUID tenant, UUID enrollment, String participant, UUID center, String application) {
        enrolment(event, tenant, enrollment, 1, participant, UUID.randomUUID(), center, application);
    }

    /** Any event of an enrolment in a programme. */
    public static void enrolment(
            String event,
            UUID tenant,
            UUID enrollment,
            long sequence,
            String participant,
            UUID program,
            UUID center,
            String application) {
        Broker.send(ENROLLMENTS, "mx.trayecto.enrollment." + event + ".v1", tenant, enrollment, sequence, """
                {"enrollment":"%s","participant":"%s","program":"%s","cohort":"%s","center":"%s","agreement":null,\
                "application":%s,"on":"2024-07-01","reason":"no-place"}""".formatted(
                        enrollment,
                        participant,
                        program,
                        UUID.randomUUID(),
                        center,
                        application == null ? "null" : '"' + application + '"'));
    }

    /**
     * What somebody is given, as the golden file of its producer tells it.
     *
     * @param happened the {@code x} of {@code mx.trayecto.delivery.x.v1}
     * @param amount null where it is not known
     */
    public static void delivery(
            String happened,
            String state,
            UUID tenant,
            UUID delivery,
            long sequence,
            String participant,
            UUID program,
            String amount,
            String on) {
        delivery(happened, state, tenant, delivery, sequence, participant, program, UUID.randomUUID(), amount, on);
    }

    /** The same at a centre. */
    public static void delivery(
            String happened,
            String state,
            UUID tenant,
            UUID delivery,
            long sequence,
            String participant,
            UUID program,
            UUID center,
            String amount,
            String on) {
        Broker.send(DELIVERIES, "mx.trayecto.delivery." + happened + ".v1", tenant, delivery, sequence, """
                {"delivery":"%s","participant":"%s","enrollment":"%s","program":"%s","cohort":"%s","center":"%s",\
                "kind":"stipend","state":"%s","on":"%s"%s}""".formatted(
                        delivery,
                        participant,
                        UUID.randomUUID(),
                        program,
                        UUID.randomUUID(),
                        center,
                        state,
                        on,
                        amount == null ? "" : ",\"amount\":\"" + amount + "\",\"currency\":\"MXN\""));
    }

    /** As programs-service tells of an application to a cohort that it does not know: there is no enrolment. */
    public static void rejection(UUID tenant, String participant, UUID application) {
        Broker.send(ENROLLMENTS, "mx.trayecto.enrollment.rejected.v1", tenant, application, 1, """
                {"participant":"%s","cohort":"%s","application":"%s","on":"2024-07-01","reason":"unknown-cohort"}""".formatted(
                        participant, UUID.randomUUID(), application));
    }
}
