package mx.trayecto.platform.reconciliation;

import java.util.UUID;

/** Where an aggregate's events stand: in its producer's database the last one written, in a consumer's the last applied. */
record Position(UUID tenant, UUID aggregate, int epoch, long sequence) {}
