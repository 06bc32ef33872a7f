package mx.trayecto.indicators.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import mx.trayecto.indicators.fact.Change;
import mx.trayecto.indicators.fact.Fact;
import mx.trayecto.indicators.fact.FactKey;
import mx.trayecto.indicators.fact.FactKind;
import mx.trayecto.indicators.fact.Place;
import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.fact.Stated;
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.UnreadableEvent;

/**
 * What one event of an enrolment does to facts. An enrolment counts once, where it now is; what happened in a centre
 * stays there. Whoever was away and is enrolled in another cohort was enrolled on the day she first was. One that was
 * withdrawn stays enrolled (she was) and counts as withdrawn until she comes back. An application that was rejected
 * before it became an enrolment is no fact: such an event is the application's own and names no enrolment.
 */
final class EnrollmentFacts {
    private final InboxEvent event;
    private final EventData data;
    private final UUID enrollment;

    EnrollmentFacts(InboxEvent event) {
        this.event = event;
        this.data = EventData.of(event);
        this.enrollment = data.optionalId("enrollment");
        UUID about = enrollment == null ? rejectedApplication() : enrollment;
        if (about == null || !about.equals(event.subject())) {
            throw EventData.broken("enrollment");
        }
    }

    /** Null where the event is none of an application alone. */
    private UUID rejectedApplication() {
        return happened().equals("rejected") ? data.optionalId("application") : null;
    }

    private String happened() {
        return Intake.happened(event, "mx.trayecto.enrollment.");
    }

    List<Change> changes() {
        if (enrollment == null) {
            return List.of();
        }
        return switch (happened()) {
            case "applied" -> List.of(put(FactKind.APPLIED));
            case "enrolled" ->
                List.of(
                        new Change.Again(fact(FactKind.ENROLLED, FactKey.WHOLE, "", null)),
                        retract(FactKind.WITHDRAWN));
            case "activated" -> List.of(retract(FactKind.WITHDRAWN));
            case "graduated" -> List.of(put(FactKind.GRADUATED));
            case "graduation-revoked" -> List.of(retract(FactKind.GRADUATED));
            case "withdrawn" -> List.of(put(FactKind.WITHDRAWN, FactKey.WHOLE, code("reason"), null));
            case "rejected", "declined", "offer-expired" -> List.of(retract(FactKind.ENROLLED));
            case "transferred" -> List.of(new Change.Move(key(FactKind.ENROLLED, FactKey.WHOLE), place()));
            case "attendance-recorded", "attendance-corrected" -> List.of(attended(data.id("session")));
            case "module-completed" -> List.of(quantified(FactKind.COMPLETED, data.id("module"), ""));
            case "completion-revoked" -> List.of(new Change.Retract(key(FactKind.COMPLETED, data.id("module"))));
            case "followed-up" -> List.of(put(FactKind.FOLLOWED_UP, data.id("followUp"), code("kind"), null));
            case "mentored" -> List.of(quantified(FactKind.MENTORED, event.id(), data.code("role")));
            case "recognised" -> List.of(put(FactKind.RECOGNISED, data.id("ceremony"), "", null));
            case "waitlisted", "offered", "deferred" -> List.of();
            default -> throw new UnreadableEvent("unknown type of event");
        };
    }

    private Change attended(UUID session) {
        return data.flag("attended")
                ? quantified(FactKind.ATTENDED, session, "")
                : new Change.Retract(key(FactKind.ATTENDED, session));
    }

    private String code(String field) {
        String code = data.optionalCode(field);
        return code == null ? "" : code;
    }

    private Change put(FactKind kind) {
        return put(kind, FactKey.WHOLE, "", null);
    }

    /** Hours that nobody stated leave every sum they stand in "at least". */
    private Change quantified(FactKind kind, UUID item, String variant) {
        return put(kind, item, variant, data.quantity("hours"));
    }

    private Change put(FactKind kind, UUID item, String variant, BigDecimal hours) {
        return new Change.Put(fact(kind, item, variant, hours));
    }

    private Fact fact(FactKind kind, UUID item, String variant, BigDecimal hours) {
        boolean unknownHours =
                hours == null && (kind == FactKind.ATTENDED || kind == FactKind.COMPLETED || kind == FactKind.MENTORED);
        return new Fact(
                key(kind, item),
                variant,
                "",
                data.id("participant"),
                enrollment,
                place(),
                null,
                data.date("on"),
                hours,
                unknownHours ? Qualifier.AT_LEAST : Qualifier.EXACT,
                Stated.NOTHING,
                null,
                true);
    }

    private Change retract(FactKind kind) {
        return new Change.Retract(key(kind, FactKey.WHOLE));
    }

    private FactKey key(FactKind kind, UUID item) {
        return new FactKey(event.tenant(), enrollment, kind, item);
    }

    private Place place() {
        return new Place(
                data.optionalId("program"), data.id("cohort"), data.optionalId("center"), data.optionalId("agreement"));
    }
}
