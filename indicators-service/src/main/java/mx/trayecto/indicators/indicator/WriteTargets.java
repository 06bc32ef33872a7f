package mx.trayecto.indicators.indicator;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.indicators.statement.Statement;

/** All targets of an indicator: at most one for the whole term and one for each period. */
record WriteTargets(@NotNull @Size(max = 200) List<@NotNull @Valid Statement> targets) {}
