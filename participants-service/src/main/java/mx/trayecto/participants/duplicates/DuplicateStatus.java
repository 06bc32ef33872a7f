package mx.trayecto.participants.duplicates;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody decided on a pair. */
enum DuplicateStatus {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("dismissed")
    DISMISSED;

    /** As the contract writes it. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
