package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.cohort.CohortStatus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The lifecycle of an enrolment, written down once more as a table: from where, by which step, to where. */
class StepTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 10);
    private static final CohortTerms COHORT = cohort();
    private static final CohortTerms OTHER = cohort();

    private static final Map<String, Consumer<Enrollment>> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("admit", e -> e.require(Step.ADMIT));
        STEPS.put("waitlist", e -> e.waitlist(1, DAY));
        STEPS.put("offer", e -> e.offer(DAY, DAY));
        STEPS.put("enroll", e -> e.enroll(DAY));
        STEPS.put("accept", e -> e.accept(DAY));
        STEPS.put("decline", e -> e.decline(DAY));
        STEPS.put("expire", e -> e.expire(DAY));
        STEPS.put("activate", e -> e.activate(DAY));
        STEPS.put("graduate", e -> e.graduate(DAY, 1, false));
        STEPS.put("revoke", e -> e.revokeGraduation(DAY));
        STEPS.put("withdraw", e -> e.withdraw(DAY, WithdrawalReason.OTHER));
        STEPS.put("reject", e -> e.reject(DAY, RejectionReason.OTHER));
        STEPS.put("transfer", e -> e.transfer(OTHER, DAY));
        STEPS.put("defer", e -> e.defer(DAY, DAY.plusDays(1)));
    }

    /** How each status is come to, in steps. */
    private static final Map<EnrollmentStatus, List<String>> WAYS = new EnumMap<>(Map.ofEntries(
            Map.entry(EnrollmentStatus.APPLIED, List.of()),
            Map.entry(EnrollmentStatus.WAITLISTED, List.of("waitlist")),
            Map.entry(EnrollmentStatus.OFFERED, List.of("offer")),
            Map.entry(EnrollmentStatus.ENROLLED, List.of("enroll")),
            Map.entry(EnrollmentStatus.ACTIVE, List.of("enroll", "activate")),
            Map.entry(EnrollmentStatus.GRADUATED, List.of("enroll", "activate", "graduate")),
            Map.entry(EnrollmentStatus.DEFERRED, List.of("enroll", "defer")),
            Map.entry(EnrollmentStatus.REJECTED, List.of("reject")),
            Map.entry(EnrollmentStatus.WITHDRAWN, List.of("enroll", "withdraw")),
            Map.entry(EnrollmentStatus.DECLINED, List.of("offer", "decline")),
            Map.entry(EnrollmentStatus.OFFER_EXPIRED, List.of("offer", "expire"))));

    private static final String TABLE = """
            APPLIED    admit→APPLIED waitlist→WAITLISTED offer→OFFERED enroll→ENROLLED withdraw→WITHDRAWN reject→REJECTED
            WAITLISTED offer→OFFERED enroll→ENROLLED withdraw→WITHDRAWN reject→REJECTED transfer→ENROLLED
            OFFERED    accept→ENROLLED decline→DECLINED expire→OFFER_EXPIRED withdraw→WITHDRAWN reject→REJECTED
            ENROLLED   activate→ACTIVE graduate→GRADUATED withdraw→WITHDRAWN transfer→ENROLLED defer→DEFERRED
            ACTIVE     graduate→GRADUATED withdraw→WITHDRAWN transfer→ACTIVE defer→DEFERRED
            GRADUATED  revoke→ACTIVE
            DEFERRED   activate→ACTIVE withdraw→WITHDRAWN transfer→ENROLLED
            REJECTED
            WITHDRAWN
            DECLINED
            OFFER_EXPIRED""";

    @ParameterizedTest
    @MethodSource("everyStatusAndStep")
    void takesTheStepsOfTheTableAndNoOther(EnrollmentStatus from, String step, EnrollmentStatus to) {
        Enrollment enrollment = in(from);
        if (to != null) {
            STEPS.get(step).accept(enrollment);
            assertEquals(to, enrollment.status);
            return;
        }
        ProblemException refused =
                assertThrows(ProblemException.class, () -> STEPS.get(step).accept(enrollment));
        boolean late = from == EnrollmentStatus.OFFER_EXPIRED && step.equals("accept");
        assertEquals(
                late ? "offer-expired" : "illegal-transition", refused.type().code());
        assertEquals(409, refused.type().status());
        assertEquals(from, enrollment.status);
    }

    static Stream<Arguments> everyStatusAndStep() {
        Map<EnrollmentStatus, Map<String, EnrollmentStatus>> table = new EnumMap<>(EnrollmentStatus.class);
        TABLE.lines().map(line -> line.trim().split("\\s+")).forEach(cells -> {
            Map<String, EnrollmentStatus> steps = new LinkedHashMap<>();
            for (int i = 1; i < cells.length; i++) {
                String[] step = cells[i].split("→");
                steps.put(step[0], EnrollmentStatus.valueOf(step[1]));
            }
            table.put(EnrollmentStatus.valueOf(cells[0]), steps);
        });
        assertEquals(Set.of(EnrollmentStatus.values()), table.keySet());
        return Stream.of(EnrollmentStatus.values())
                .flatMap(from -> STEPS.keySet().stream()
                        .map(step -> Arguments.of(from, step, table.get(from).get(step))));
    }

    @Property(tries = 2000)
    void isNeverLeftHalfwayByARefusedStep(
            @ForAll @Size(max = 12) List<@IntRange(max = 12) Integer> steps,
            @ForAll @Size(min = 12, max = 12) List<@IntRange(min = -2, max = 3) Integer> days) {
        Enrollment enrollment = new Enrollment(UUID.randomUUID(), asked(), COHORT);
        LocalDate day = DAY;
        for (int i = 0; i < steps.size(); i++) {
            day = day.plusDays(days.get(i));
            String before = describe(enrollment);
            LocalDate last = enrollment.statusOn;
            try {
                on(steps.get(i), day).accept(enrollment);
                assertTrue(!enrollment.statusOn.isBefore(last), "no step is dated before the last");
            } catch (ProblemException refused) {
                assertEquals(before, describe(enrollment));
            }
            assertEquals(enrollment.status == EnrollmentStatus.WAITLISTED, enrollment.waitlistPosition != null);
            assertEquals(enrollment.status == EnrollmentStatus.OFFERED, enrollment.offerExpiresOn != null);
            assertEquals(enrollment.status == EnrollmentStatus.DEFERRED, enrollment.deferredUntil != null);
            assertEquals(enrollment.status == EnrollmentStatus.GRADUATED, enrollment.graduatedOn != null);
            assertTrue(!enrollment.status.seated()
                    || enrollment.status == EnrollmentStatus.OFFERED
                    || enrollment.joinedOn != null);
            assertStaysFit(enrollment);
        }
    }

    /** She is in one cohort at a time, in hers while she has a seat that is not only offered, and in none twice over. */
    private static void assertStaysFit(Enrollment enrollment) {
        LocalDate free = LocalDate.MIN;
        for (Stay stay : enrollment.stays) {
            assertTrue(!stay.fromOn.isBefore(free), "stays overlap");
            free = stay.untilOn == null ? LocalDate.MAX : stay.untilOn;
            assertTrue(!free.isBefore(stay.fromOn), "a stay ends before it begins");
        }
        boolean member = enrollment.status.seated() && enrollment.status != EnrollmentStatus.OFFERED;
        assertEquals(member, LocalDate.MAX.equals(free));
        if (member) {
            assertEquals(enrollment.cohortId, enrollment.stays.getLast().cohortId);
        }
    }

    private static Consumer<Enrollment> on(int step, LocalDate day) {
        return List.<Consumer<Enrollment>>of(
                        e -> e.waitlist(1, day),
                        e -> e.offer(day, day.plusDays(2)),
                        e -> e.enroll(day),
                        e -> e.accept(day),
                        e -> e.decline(day),
                        e -> e.expire(day),
                        e -> e.activate(day),
                        e -> e.graduate(day, 1, false),
                        e -> e.revokeGraduation(day),
                        e -> e.withdraw(day, WithdrawalReason.OTHER),
                        e -> e.reject(day, RejectionReason.OTHER),
                        e -> e.transfer(OTHER, day),
                        e -> e.defer(day, day.plusDays(1)))
                .get(step);
    }

    private static String describe(Enrollment enrollment) {
        return EnrollmentView.of(enrollment).toString();
    }

    private static Enrollment in(EnrollmentStatus status) {
        Enrollment enrollment = new Enrollment(UUID.randomUUID(), asked(), COHORT);
        WAYS.get(status).forEach(step -> STEPS.get(step).accept(enrollment));
        assertEquals(status, enrollment.status);
        return enrollment;
    }

    private static Admission asked() {
        return new Admission(UUID.randomUUID(), COHORT.id(), DAY, null, null, false);
    }

    private static CohortTerms cohort() {
        return new CohortTerms(
                UUID.randomUUID(),
                0,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                CohortStatus.OPEN,
                DAY,
                null,
                30,
                null,
                "America/Mexico_City");
    }
}
