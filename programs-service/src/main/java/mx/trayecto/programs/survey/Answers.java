package mx.trayecto.programs.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.instrument.Question;
import mx.trayecto.programs.instrument.QuestionType;

/**
 * Answers that fit their questions, what is coded apart from what was written freely.
 *
 * @param coded by question code, as given: choices, numbers, amounts, dates
 * @param texts by question code; to be sealed, never told
 */
record Answers(Map<String, JsonNode> coded, Map<String, String> texts) {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final int MOST_DIGITS = 40;
    private static final int LONGEST_TEXT = 4000;

    /** Whether a text may be kept: length and characters. */
    interface FreeText {
        boolean allows(String text, int longest);
    }

    /**
     * Holds answers against their questions.
     *
     * @throws ProblemException 422 with every fault: unknown questions, missing answers, answers to what is not asked,
     *     answers of another type
     */
    static Answers check(List<Question> questions, Map<String, JsonNode> given, FreeText rule) {
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        Map<String, JsonNode> coded = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, JsonNode> open = new LinkedHashMap<>(given);
        for (Question question : questions) {
            JsonNode answer = open.remove(question.code());
            if (!question.asked(coded)) {
                if (answer != null && !answer.isNull()) {
                    fault(
                            faults,
                            question.code(),
                            "not-asked",
                            "no se pregunta según las respuestas anteriores",
                            "is not asked after the answers before it");
                }
            } else if (answer == null || answer.isNull() || question.required() && nothingChosen(answer)) {
                if (question.required()) {
                    fault(faults, question.code(), "required", "falta la respuesta", "has no answer");
                }
            } else if (!fits(question, answer, rule)) {
                fault(faults, question.code(), "answer", "no es una respuesta admitida", "is no answer allowed");
            } else if (answer.isTextual() && question.type() == QuestionType.TEXT) {
                texts.put(question.code(), answer.asText());
            } else {
                coded.put(question.code(), answer);
            }
        }
        // the code given is not repeated: it is whatever the caller sent
        if (!open.isEmpty()) {
            faults.error("/answers", "unknown-question", "tiene preguntas desconocidas", "has unknown questions");
        }
        if (faults.hasErrors()) {
            throw faults;
        }
        return new Answers(coded, texts);
    }

    /**
     * Whether answers are those that were kept. A number is the same however many places it has.
     *
     * @param texts what was written freely; null where there is nothing, or nothing left to compare with
     */
    static boolean same(Map<String, JsonNode> given, Map<String, JsonNode> coded, Map<String, String> texts) {
        Map<String, JsonNode> kept = new LinkedHashMap<>(coded);
        if (texts != null) {
            texts.forEach((code, text) -> kept.put(code, TextNode.valueOf(text)));
        }
        Map<String, JsonNode> told = new LinkedHashMap<>(given);
        told.values().removeIf(JsonNode::isNull);
        return told.keySet().equals(kept.keySet())
                && told.entrySet().stream()
                        .allMatch(answer -> answer.getValue().equals(Answers::compare, kept.get(answer.getKey())));
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }

    /** The coded answers as figures read them: an amount is its number. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        coded.forEach((code, answer) -> told.put(
                code, answer.isObject() ? new BigDecimal(answer.get("amount").asText()) : answer));
        return told;
    }

    private static boolean nothingChosen(JsonNode answer) {
        return answer.isArray() && answer.isEmpty();
    }

    private static boolean fits(Question question, JsonNode answer, FreeText rule) {
        return switch (question.type()) {
            case CHOICE -> answer.isTextual() && question.offers(answer.asText());
            case MULTIPLE -> answer.isArray() && choices(question, answer);
            case NUMBER -> answer.isNumber() && number(answer.decimalValue());
            case MONEY ->
                answer.isObject()
                        && answer.size() == 2
                        && answer.path("currency").asText().equals("MXN")
                        && answer.path("amount").isTextual()
                        && AMOUNT.matcher(answer.path("amount").asText()).matches();
            case DATE -> answer.isTextual() && date(answer.asText());
            case SCALE ->
                answer.isIntegralNumber()
                        && answer.canConvertToInt()
                        && answer.asInt() >= question.from()
                        && answer.asInt() <= question.to();
            case TEXT -> answer.isTextual() && rule.allows(answer.asText(), LONGEST_TEXT);
        };
    }

    /** Digits are counted before the number is touched: {@code 0e-99999} is nothing, and yet no database keeps it. */
    private static boolean number(BigDecimal number) {
        return number.precision() <= MOST_DIGITS
                && number.scale() <= MOST_DIGITS
                && number.scale() >= -MOST_DIGITS
                && number.abs().compareTo(MOST) < 0
                && number.stripTrailingZeros().scale() <= 6;
    }

    private static boolean choices(Question question, JsonNode answer) {
        TreeSet<String> chosen = new TreeSet<>();
        for (JsonNode choice : answer) {
            if (!choice.isTextual() || !question.offers(choice.asText()) || !chosen.add(choice.asText())) {
                return false;
            }
        }
        return true;
    }

    private static boolean date(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= 1900 && year <= 2100;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void fault(ProblemException faults, String question, String code, String es, String en) {
        faults.error("/answers/" + question, code, es, en);
    }
}
