package mx.trayecto.indicators.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.indicators.fact.Change;
import mx.trayecto.indicators.fact.Fact;
import mx.trayecto.indicators.fact.FactKey;
import mx.trayecto.indicators.fact.FactKind;
import mx.trayecto.indicators.fact.Place;
import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.fact.Stated;
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

/** {@code trayecto.surveys.v1}: each response is a fact that keeps its coded answers. */
@ApplicationScoped
class SurveyEvents implements InboxHandler {
    @Override
    public Set<String> topics() {
        return Set.of("trayecto.surveys.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Change> changes = events.stream().map(SurveyEvents::answered).toList();
        Intake.take(worker, events, figures -> figures.change(changes));
    }

    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        Intake.forget(worker, subjects);
    }

    private static Change answered(InboxEvent event) {
        return switch (Intake.happened(event, "mx.trayecto.survey.")) {
            case "answered" -> new Change.Put(response(event));
            case "corrected" -> new Change.Correct(response(event));
            default -> throw new UnreadableEvent("unknown type of event");
        };
    }

    private static Fact response(InboxEvent event) {
        EventData data = EventData.of(event);
        JsonNode answers = data.node("answers");
        if (!answers.isObject()) {
            throw EventData.broken("answers");
        }
        return new Fact(
                FactKey.whole(event.tenant(), data.id("response"), FactKind.ANSWERED),
                data.code("kind"),
                "",
                data.id("participant"),
                data.id("enrollment"),
                new Place(
                        data.optionalId("program"),
                        data.optionalId("cohort"),
                        data.optionalId("center"),
                        data.optionalId("agreement")),
                null,
                data.date("on"),
                null,
                Qualifier.EXACT,
                Stated.NOTHING,
                answers.toString(),
                true);
    }
}
