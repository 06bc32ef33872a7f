package mx.trayecto.platform.reconciliation;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/** Where an aggregate's events stand: in its producer's database the last one written, in a consumer's the last applied. */
record Position(@NotNull UUID tenant, @NotNull UUID aggregate, int epoch, long sequence) {}
