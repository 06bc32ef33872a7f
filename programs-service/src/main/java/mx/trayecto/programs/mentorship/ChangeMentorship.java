package mx.trayecto.programs.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Distinct;

/** What of a mentorship may change: its end, and who is accompanied besides. */
record ChangeMentorship(
        @BusinessDate LocalDate endsOn,
        @NotNull @Size(max = 100) @Distinct List<@NotNull UUID> mentees) {}
