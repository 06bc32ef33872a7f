package mx.trayecto.indicators.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** One thing that counts, as {@link Things} heard of it. */
final class Thing {
    final String kind;
    final String participant;
    final String enrollment;
    String self;
    String variant = "";
    String form = "";
    String program;
    String cohort;
    String center;
    String agreement;
    LocalDate on;
    BigDecimal quantity = BigDecimal.ZERO;
    String sex;
    String municipality;
    boolean live = true;

    Thing(String kind, Told told) {
        this.kind = kind;
        self = told.subject().toString();
        participant = text(told.data(), "participant");
        enrollment = text(told.data(), "enrollment");
        place(told.data());
        String day = text(told.data(), "on");
        on = day == null ? null : LocalDate.parse(day);
    }

    void place(JsonNode data) {
        program = text(data, "program");
        cohort = text(data, "cohort");
        center = text(data, "center");
        agreement = text(data, "agreement");
    }

    void placeAs(Thing other) {
        program = other.program;
        cohort = other.cohort;
        center = other.center;
        agreement = other.agreement;
    }

    /** Everything that it is counted as. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(kind));
        if (kind.equals("attended") || kind.equals("completed")) {
            names.add("trained");
        }
        if (!variant.isEmpty()) {
            names.add(kind + ":" + variant);
        }
        if (!form.isEmpty()) {
            names.add(kind + "/" + form);
            names.add(kind + ":" + variant + "/" + form);
        }
        return names;
    }

    static String text(JsonNode data, String field) {
        return data.hasNonNull(field) ? data.path(field).asText() : null;
    }
}
