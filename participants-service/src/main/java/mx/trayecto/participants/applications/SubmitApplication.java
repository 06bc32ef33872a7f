package mx.trayecto.participants.applications;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.participants.registry.RegisterParticipant;

/**
 * A woman applies to a cohort, in one call.
 *
 * @param participant who she is, where she may not be registered yet
 * @param participantId who she is, where she is
 * @param reference how the caller's system calls her
 * @param on the day she applied; today where absent
 */
@Schema(
        description =
                "Either `participant` or `participantId`. Given `participant`, she is found by `reference` or by her"
                        + " CURP in the tenant, or else registered; what is known of one who is found stays as it is. A portal"
                        + " gives its own `reference`. Where her CURP finds a record that the caller may not see, consents and"
                        + " reference are left and not recorded, and the answer is the same with them and without:"
                        + " whoever is in charge of that record takes them.")
record SubmitApplication(
        @Valid RegisterParticipant participant,
        UUID participantId,
        @NotNull UUID cohort,
        @Valid Reference reference,
        @Size(max = 20) List<@NotNull @Valid GiveConsent> consents,
        LocalDate on) {

    SubmitApplication {
        consents = consents == null ? List.of() : consents;
    }
}
