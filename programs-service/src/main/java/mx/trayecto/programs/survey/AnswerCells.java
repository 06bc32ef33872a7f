package mx.trayecto.programs.survey;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import mx.trayecto.platform.rows.Cells;
import mx.trayecto.programs.instrument.Question;

/**
 * Answers as they stand in the cells of a table: an option's code, several with {@code |} between, numbers, amounts in pesos
 * and days as people in Mexico write them. What cannot be read stays text, and is refused as the answer it is.
 */
final class AnswerCells {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnswerCells() {}

    static Map<String, JsonNode> read(List<Question> questions, Map<String, JsonNode> cells) {
        Map<String, JsonNode> answers = new LinkedHashMap<>(cells);
        for (Question question : questions) {
            answers.computeIfPresent(question.code(), (code, cell) -> read(question, cell.asText()));
        }
        return answers;
    }

    private static JsonNode read(Question question, String cell) {
        Optional<BigDecimal> number = Cells.decimal(cell);
        return switch (question.type()) {
            case CHOICE, TEXT -> NODES.textNode(cell);
            case MULTIPLE -> {
                ArrayNode chosen = NODES.arrayNode();
                for (String choice : cell.split("\\|")) {
                    chosen.add(choice.strip());
                }
                yield chosen;
            }
            case DATE -> NODES.textNode(Cells.date(cell));
            case NUMBER -> number.<JsonNode>map(NODES::numberNode).orElse(NODES.textNode(cell));
            case MONEY ->
                number.<JsonNode>map(amount -> NODES.objectNode()
                                .put("amount", amount.toPlainString())
                                .put("currency", "MXN"))
                        .orElse(NODES.textNode(cell));
            case SCALE -> cell.matches("\\d{1,3}") ? NODES.numberNode(Integer.parseInt(cell)) : NODES.textNode(cell);
        };
    }
}
