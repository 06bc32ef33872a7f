package mx.trayecto.participants.breakglass;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Text;

/** Why somebody needs to know who a protected person is. */
@Schema(description = "Why a protected record is to be opened. The texts are sealed under her own key.")
public record AccessIdentity(
        @NotNull AccessReason reason,
        @NotNull @Text(max = 1000, free = true) String explanation,
        @Text(max = 60) String caseNumber) {}
