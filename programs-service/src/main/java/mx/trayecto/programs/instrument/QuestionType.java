package mx.trayecto.programs.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an answer is made of. */
public enum QuestionType {
    /** One of the options, by code. */
    @JsonProperty("choice")
    CHOICE,
    /** Any of the options, by code. */
    @JsonProperty("multiple")
    MULTIPLE,
    @JsonProperty("number")
    NUMBER,
    /** An amount in Mexican pesos. */
    @JsonProperty("money")
    MONEY,
    @JsonProperty("date")
    DATE,
    /** A whole number from {@code from} to {@code to}. */
    @JsonProperty("scale")
    SCALE,
    /** Free text; sealed, and never part of an event. */
    @JsonProperty("text")
    TEXT;

    public boolean hasOptions() {
        return this == CHOICE || this == MULTIPLE;
    }
}
