package mx.trayecto.participants.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.references.Reference;

/**
 * All that one record of a person says, also what is not used for want of her consent.
 *
 * @param told what was told of her, as it stands today
 * @param history the dated values of her attributes
 */
public record Held(
        UUID participant,
        Instant createdAt,
        @JsonProperty("data") RegisterParticipant told,
        List<Reference> references,
        List<Dated> history) {
    /** A value of an attribute, and the day from which it held. */
    public record Dated(String attribute, LocalDate from, Object value) {}
}
