package mx.trayecto.indicators.intake;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.indicators.fact.Change;
import mx.trayecto.indicators.fact.Counted;
import mx.trayecto.indicators.fact.Fact;
import mx.trayecto.indicators.fact.FactKey;
import mx.trayecto.indicators.fact.FactKind;
import mx.trayecto.indicators.fact.Place;
import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.fact.Stated;
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

/**
 * {@code trayecto.activities.v1}: an activity is a fact with its hours, and one fact per sex with its heads. Where both
 * the parts and the whole are told, only what the parts leave of the whole is added, so that nobody counts twice. What an
 * institution was given is a fact of that institution, and what one of the staff was trained in a fact of hers.
 */
@ApplicationScoped
class ActivityEvents implements InboxHandler {
    private static final Set<String> KNOWN = Set.of("activity.held", "activity.corrected", "training.reported");
    private static final Set<String> SUPPORT = Set.of("support.given", "support.corrected");
    private static final Set<String> QUALIFICATION = Set.of("qualification.recorded", "qualification.corrected");
    private static final Map<String, UUID> HEADS =
            Map.of("female", new UUID(0, 1), "male", new UUID(0, 2), "all", new UUID(0, 3));

    @Override
    public Set<String> topics() {
        return Set.of("trayecto.activities.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Change> changes = new ArrayList<>();
        events.forEach(event -> changes.addAll(changes(event)));
        Intake.take(worker, events, figures -> figures.change(changes));
    }

    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        Intake.forget(worker, subjects);
    }

    private static List<Change> changes(InboxEvent event) {
        String happened = Intake.happened(event, "mx.trayecto.");
        EventData data = EventData.of(event);
        if (SUPPORT.contains(happened)) {
            return List.of(support(event, data));
        }
        if (QUALIFICATION.contains(happened)) {
            return List.of(qualification(event, data));
        }
        if (!KNOWN.contains(happened)) {
            throw new UnreadableEvent("unknown type of event");
        }
        List<Change> changes = new ArrayList<>();
        BigDecimal hours = data.quantity("hours");
        changes.add(new Change.Put(fact(
                event,
                data,
                FactKind.ACTIVITY,
                FactKey.WHOLE,
                hours,
                hours == null ? Qualifier.AT_LEAST : Qualifier.EXACT,
                null)));
        Map<String, Heads> heads = heads(data);
        HEADS.forEach((sex, item) -> changes.add(
                heads.containsKey(sex)
                        ? new Change.Put(fact(
                                event,
                                data,
                                FactKind.HEADCOUNT,
                                item,
                                heads.get(sex).count(),
                                heads.get(sex).qualifier(),
                                sex.equals("all") ? null : sex))
                        : new Change.Retract(
                                new FactKey(event.tenant(), data.id("activity"), FactKind.HEADCOUNT, item))));
        return changes;
    }

    private static Change support(InboxEvent event, EventData data) {
        FactKey key = FactKey.whole(event.tenant(), data.id("support"), FactKind.SUPPORTED);
        if (data.node("mistaken").asBoolean()) {
            return new Change.Retract(key);
        }
        BigDecimal amount = data.money("amount");
        return new Change.Put(new Fact(
                key,
                data.code("kind"),
                amount == null ? Counted.UNKNOWN : data.code("currency"),
                null,
                null,
                new Place(data.id("program"), null, null, data.optionalId("agreement")),
                data.id("organization"),
                data.date("startsOn"),
                amount,
                amount == null ? Qualifier.AT_LEAST : Qualifier.EXACT,
                new Stated(null, data.optionalCode("state"), Entries.municipality(data)),
                null,
                true));
    }

    /** Named as activities are, so that officials trained are asked for alike, whether they were counted or are known. */
    private static Change qualification(InboxEvent event, EventData data) {
        FactKey key = new FactKey(event.tenant(), data.id("qualification"), FactKind.STAFF_TRAINED, data.id("staff"));
        if (data.node("mistaken").asBoolean()) {
            return new Change.Retract(key);
        }
        BigDecimal hours = data.quantity("hours");
        return new Change.Put(new Fact(
                key,
                data.code("staffKind") + "s",
                data.code("kind"),
                null,
                null,
                new Place(null, null, data.optionalId("center"), data.optionalId("agreement")),
                data.optionalId("organization"),
                data.date("on"),
                hours,
                hours == null ? Qualifier.AT_LEAST : Qualifier.EXACT,
                new Stated(data.optionalCode("sex"), null, null),
                null,
                true));
    }

    private record Heads(BigDecimal count, Qualifier qualifier) {}

    private static Map<String, Heads> heads(EventData data) {
        Map<String, Heads> heads = new HashMap<>();
        for (JsonNode told : data.node("headcounts")) {
            EventData head = EventData.of(told);
            BigDecimal count = head.quantity("count");
            Qualifier qualifier = told.hasNonNull("qualifier") ? Qualifier.of(head.code("qualifier")) : Qualifier.EXACT;
            if (count == null || qualifier == null || !HEADS.containsKey(head.code("sex"))) {
                throw EventData.broken("headcounts");
            }
            heads.put(head.code("sex"), new Heads(count, qualifier));
        }
        Heads all = heads.get("all");
        if (all != null && heads.size() > 1) {
            BigDecimal parts = heads.entrySet().stream()
                    .filter(part -> !part.getKey().equals("all"))
                    .map(part -> part.getValue().count())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal rest = all.count().subtract(parts);
            heads.remove("all");
            if (rest.signum() > 0 || rest.signum() == 0 && all.qualifier() != Qualifier.EXACT) {
                // a rest of none still says that the whole was not counted exactly
                heads.put("all", new Heads(rest, all.qualifier()));
            }
        }
        return heads;
    }

    private static Fact fact(
            InboxEvent event,
            EventData data,
            FactKind kind,
            UUID item,
            BigDecimal quantity,
            Qualifier qualifier,
            String sex) {
        String audience = data.optionalCode("audience");
        String form = data.optionalCode("kind");
        UUID campaign = data.optionalId("campaign");
        return new Fact(
                new FactKey(event.tenant(), data.id("activity"), kind, item),
                audience == null ? "" : audience,
                form == null ? "" : form,
                null,
                null,
                new Place(null, null, data.optionalId("center"), data.optionalId("agreement")),
                data.optionalId("organization"),
                data.date("startsOn"),
                quantity,
                qualifier,
                new Stated(sex, null, null),
                campaign == null ? null : "{\"campaign\":\"%s\"}".formatted(campaign),
                true);
    }
}
