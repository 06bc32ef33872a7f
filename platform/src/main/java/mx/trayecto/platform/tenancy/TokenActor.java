package mx.trayecto.platform.tenancy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import org.jose4j.jwt.JwtClaims;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** The actor that the request's token names, read once per request. */
@RequestScoped
class TokenActor {
    @Inject
    SecurityIdentity identity;

    private Optional<Actor> actor;

    Optional<Actor> actor() {
        if (actor == null) {
            actor = identity.isAnonymous() || !(identity.getPrincipal() instanceof OidcJwtCallerPrincipal token)
                    ? Optional.empty()
                    : Optional.of(read(token.getClaims()));
        }
        return actor;
    }

    /** A portal's limit that is there but blank would read as no limit: such a token is refused. */
    private Actor read(JwtClaims token) {
        UUID tenant = uuid(text(token, "tenant"));
        UUID organization = uuid(text(token, "organization"));
        String source = text(token, "source_system");
        String subject = text(token, "sub");
        if (tenant == null || subject == null || source != null && source.isBlank()) {
            throw ProblemException.of(CommonProblem.TENANT_MISSING);
        }
        String client = text(token, "azp");
        return new Actor(
                subject,
                client == null ? subject : client,
                organization == null ? tenant : organization,
                tenant,
                centers(token.getClaimValue("centers")),
                Optional.ofNullable(source),
                Set.copyOf(identity.getRoles()));
    }

    /** A claim that is there but unreadable limits to nothing, never to everything. */
    private static Set<UUID> centers(Object claim) {
        if (claim == null) {
            return Set.of();
        }
        Set<UUID> centers = new HashSet<>();
        if (claim instanceof Iterable<?> listed) {
            for (Object item : listed) {
                UUID center = uuid(item instanceof JsonString text ? text.getString() : String.valueOf(item));
                if (center != null) {
                    centers.add(center);
                }
            }
        }
        return centers.isEmpty() ? Set.of(new UUID(0, 0)) : Set.copyOf(centers);
    }

    /** A claim's text; one of another type is refused, since a limit that cannot be read must not be lifted. */
    private static String text(JwtClaims token, String name) {
        return switch (token.getClaimValue(name)) {
            case null -> null;
            case String text -> text;
            case JsonString text -> text.getString();
            default -> throw ProblemException.of(CommonProblem.TENANT_MISSING);
        };
    }

    private static UUID uuid(String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
