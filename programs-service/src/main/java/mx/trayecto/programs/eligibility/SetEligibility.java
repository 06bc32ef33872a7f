package mx.trayecto.programs.eligibility;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.programs.field.Distinct;

/**
 * Whom a programme is for, from now on.
 *
 * @param conditions all of them must hold; none, and it is for everybody
 */
record SetEligibility(
        @NotNull @Size(max = 20) @Distinct(by = "code") List<@NotNull @Valid Condition> conditions) {}
