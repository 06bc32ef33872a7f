package mx.trayecto.programs.survey;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.tasks.ImportFile;
import mx.trayecto.platform.tasks.RecordRows;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.instrument.Instrument;

/** Records the answers of each row; in a table the answer to a question stands in the column {@code answers.<its code>}. */
@ApplicationScoped
class SurveyImport extends RecordRows<ImportSurvey> {
    private static final String ANSWERS = "answers";
    private static final String ANSWER = ANSWERS + ".";

    @Inject
    Surveys surveys;

    SurveyImport() {
        super("surveys", ImportSurvey.class);
    }

    @Override
    protected boolean known(String column) {
        return column.startsWith(ANSWER) || super.known(column);
    }

    @Override
    protected ObjectNode json(ObjectNode cells) {
        ObjectNode told = super.json(cells);
        ObjectNode answers = told.putObject(ANSWERS);
        cells.properties().forEach(cell -> {
            if (cell.getKey().startsWith(ANSWER)) {
                answers.set(cell.getKey().substring(ANSWER.length()), cell.getValue());
            }
        });
        return told;
    }

    @Override
    public RowResult handle(ImportFile file, Row row) {
        ImportSurvey told = read(row);
        Instrument instrument = instrument(told);
        return take(
                told,
                instrument,
                row.cells() ? AnswerCells.read(instrument.questions, told.answers()) : told.answers());
    }

    @Override
    protected RowResult take(ImportSurvey told) {
        return take(told, instrument(told), told.answers());
    }

    private RowResult take(ImportSurvey told, Instrument instrument, Map<String, JsonNode> answers) {
        Enrollment woman = told.locked();
        AnswerSurvey given = new AnswerSurvey(instrument.id, told.on(), told.language(), answers);
        Optional<UUID> before = surveys.asBefore(woman, given);
        return before.isPresent()
                ? RowResult.of(RowOutcome.UNCHANGED, null, before.get())
                : RowResult.of(
                        RowOutcome.CREATED,
                        null,
                        surveys.answer(woman.id, given).id());
    }

    private static Instrument instrument(ImportSurvey told) {
        References named = new References();
        Instrument instrument = named.named(
                "/instrument",
                told.instrument(),
                Instrument::find,
                code -> Instrument.coded(code, told.instrumentVersion()));
        named.check();
        return instrument;
    }
}
