package mx.trayecto.programs.held;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Her answers beside the questions as she was asked them. */
final class Questionnaire {
    private static final String ANSWERS = "answers";

    private Questionnaire() {}

    /**
     * Puts in place of answers by code, in the order of the questionnaire, each question with what she answered and, where
     * she chose, what that is in words.
     *
     * @param survey what is stored, with the {@code questions}
     * @param texts what she wrote, by question; null where she wrote nothing, or it cannot be opened any more
     */
    static void answered(ObjectNode survey, JsonNode texts) {
        JsonNode coded = survey.path(ANSWERS).deepCopy();
        ArrayNode answers = survey.putArray(ANSWERS);
        for (JsonNode question : survey.path("questions")) {
            String code = question.path("code").asText();
            JsonNode answer = coded.has(code) ? coded.get(code) : texts == null ? null : texts.get(code);
            if (answer != null) {
                ObjectNode told = answers.addObject();
                told.put("question", code).set("questionLabel", question.get("text"));
                told.set("answer", answer);
                label(told, answer, question.path("options"));
            }
        }
        survey.remove("questions");
    }

    private static void label(ObjectNode told, JsonNode answer, JsonNode options) {
        Map<String, JsonNode> words = new HashMap<>();
        options.forEach(option -> words.put(option.path("code").asText(), option.path("text")));
        if (words.containsKey(answer.asText())) {
            told.set("answerLabel", words.get(answer.asText()));
        } else if (answer.isArray() && !words.isEmpty()) {
            ArrayNode chosen = told.putArray("answerLabel");
            answer.forEach(one -> chosen.add(words.getOrDefault(one.asText(), one)));
        }
    }
}
