package mx.trayecto.platform.tasks;

import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.problem.Problem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.Trace;
import mx.trayecto.platform.text.Language;

/** Problems that are told later, to readers of either language. */
@ApplicationScoped
class StoredProblems {
    @Inject
    ObjectMapper json;

    String text(ProblemException problem) {
        if (problem == null) {
            return null;
        }
        Map<Language, Problem> told = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            told.put(language, problem.describe(language, Trace.id()));
        }
        return write(told);
    }

    Problem read(String stored, Language language) {
        try {
            return stored == null
                    ? null
                    : json.readValue(stored, new TypeReference<Map<Language, Problem>>() {})
                            .get(language);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored problem cannot be read", e);
        }
    }

    String options(Map<String, String> options) {
        return write(options);
    }

    Map<String, String> options(String stored) {
        try {
            return json.readValue(stored, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored options cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
