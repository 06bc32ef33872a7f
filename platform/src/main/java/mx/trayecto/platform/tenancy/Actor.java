package mx.trayecto.platform.tenancy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts, for whom, and how far.
 *
 * @param subject the person or client that acts
 * @param client the client system the token was given to
 * @param organization the organization the subject belongs to
 * @param tenant the data controller acted for; every row read or written is its own
 * @param centers the learning centres the role is limited to; empty means all of the tenant's
 * @param sourceSystem the portal's own source system, where the role is limited to its records
 * @param scopes what the token allows
 */
public record Actor(
        String subject,
        String client,
        UUID organization,
        UUID tenant,
        Set<UUID> centers,
        Optional<String> sourceSystem,
        Set<String> scopes) {

    /** A service resuming work that {@code subject} began in {@code tenant}, without limits of centre or portal. */
    public static Actor service(String service, UUID tenant, String subject) {
        return new Actor(subject, service, tenant, tenant, Set.of(), Optional.empty(), Set.of());
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
