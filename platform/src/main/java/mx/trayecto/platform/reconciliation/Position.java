package mx.trayecto.platform.reconciliation;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * Where an aggregate's events stand: in its producer's database the last one written, in a consumer's the last applied.
 *
 * @param epoch 0 where nothing was applied, because all that came is set aside
 * @param asideEpoch of the last event that a consumer has set aside, if any; with {@code asideSequence}
 */
record Position(
        @NotNull UUID tenant,
        @NotNull UUID aggregate,
        int epoch,
        long sequence,
        Integer asideEpoch,
        Long asideSequence) {}
