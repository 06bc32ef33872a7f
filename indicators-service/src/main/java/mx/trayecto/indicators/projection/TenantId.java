package mx.trayecto.indicators.projection;

import java.util.UUID;

/** An id within its tenant. */
record TenantId(UUID tenant, UUID id) {}
