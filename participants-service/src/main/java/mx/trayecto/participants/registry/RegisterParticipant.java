package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

import mx.trayecto.participants.attributes.Barrier;
import mx.trayecto.participants.attributes.CivilStatus;
import mx.trayecto.participants.attributes.Disability;
import mx.trayecto.participants.attributes.Effective;
import mx.trayecto.participants.attributes.Gender;
import mx.trayecto.participants.attributes.IncomeActivity;
import mx.trayecto.participants.attributes.Migration;
import mx.trayecto.participants.attributes.Schooling;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.geography.State;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.text.Name;
import mx.trayecto.platform.text.Opaque;
import mx.trayecto.platform.text.Text;

/**
 * What is told of a person: whole in a registration, in part in a merge patch. References, consents and the centre are
 * added to those she has; everything else is what she becomes.
 */
public record RegisterParticipant(
        @NotNull @Name String givenName,
        @NotNull @Name String firstSurname,
        @Name String secondSurname,

        @NotNull @Schema(description = "Not in the future, not more than 120 years ago")
        LocalDate birthDate,

        @NotNull Gender gender,

        @Pattern(regexp = State.BIRTH_STATE) @Schema(description = "State of birth, or NE for abroad")
        String birthState,

        @Size(min = 18, max = 18) @Schema(description = "Optional: who has none is registered all the same")
        String curp,

        CivilStatus civilStatus,
        @NotNull @Valid Residence residence,

        @Pattern(regexp = PHONE) @Schema(description = "10 digits in Mexico, or + and the country's code")
        String phone,

        @Size(max = 254) @Pattern(regexp = EMAIL) String email,

        @Text(max = 500, free = true) @Schema(description = "How she may be reached without putting her at risk")
        String safeContact,

        @Size(max = 10)
        @UniqueElements
        @Schema(description = "ISO 639-3 (three letters) or INALI grouping (four digits)")
        List<@NotNull @Pattern(regexp = "^([a-z]{3}|[0-9]{4})$") String> languages,

        @Valid SelfIdentificationAnswers selfIdentification,
        @Valid Disability disability,
        Schooling schooling,
        Boolean student,
        @Text(max = 120) String occupation,
        IncomeActivity incomeActivity,
        Boolean mother,
        Boolean headOfHousehold,

        @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$") @Opaque
        String householdId,

        @Min(0) @Max(30) Integer dependants,
        Migration migration,
        @Size(max = 20) @UniqueElements List<@NotNull Barrier> barriers,
        @Valid Guardian guardian,

        @JsonProperty("protected")
        @Schema(description = "Shown by alias only, found by nobody else; for survivors of violence")
        Boolean protectedRecord,

        @Text(max = 60)
        @Schema(description = "How a protected record is shown; made where absent; holds none of her names")
        String alias,

        @Size(max = 5) @UniqueElements List<@NotNull @Valid Reference> references,
        @Size(max = 20) List<@NotNull @Valid GiveConsent> consents,

        @Schema(description = "The learning centre where she registers, which then serves her")
        UUID center,

        @Schema(description = "When she registered; today where absent")
        LocalDate registeredOn,

        @Schema(description = "In changes only") @Valid Effective effective) {

    public static final String PHONE = "^\\+?(?:[ ().-]{0,2}[0-9]){10,15}$";
    private static final String EMAIL =
            "^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+$";

    public RegisterParticipant {
        references = references == null ? List.of() : references;
        consents = consents == null ? List.of() : consents;
        effective = effective == null ? Effective.NOW : effective;
    }
}
