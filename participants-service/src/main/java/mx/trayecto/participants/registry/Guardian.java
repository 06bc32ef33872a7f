package mx.trayecto.participants.registry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.attributes.Relationship;
import mx.trayecto.platform.text.Name;

/** Who answers for a person under 18. */
@Schema(description = "Who answers for a person under 18")
record Guardian(
        @NotNull @Name String givenName,
        @NotNull @Name String firstSurname,
        @Name String secondSurname,
        @NotNull Relationship relationship,
        @Pattern(regexp = RegisterParticipant.PHONE) String phone) {

    Guardian withoutPhone() {
        return new Guardian(givenName, firstSurname, secondSurname, relationship, null);
    }
}
