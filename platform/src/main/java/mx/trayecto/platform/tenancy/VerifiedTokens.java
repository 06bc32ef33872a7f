package mx.trayecto.platform.tenancy;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import org.jose4j.jwt.ReservedClaimNames;

/**
 * The tokens verified of late, so that a partner's token is checked once a minute instead of with each of its requests:
 * a signature costs more than any statement of an enrolment. The whole token is the key, so nothing but the very text
 * that was verified is taken for verified, and nothing past its expiry. A token that is bound to a proof in each request
 * ({@code cnf}, RFC 7800) is never kept.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Cache<String, SecurityIdentity> identities =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    private final Clock clock;

    @Inject
    VerifiedTokens() {
        this(Clock.systemUTC());
    }

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the one that verifies, which has the default. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    /** Null leaves it to the next provider, which verifies the token. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(find(request.getToken().getToken()));
    }

    /** Called with every identity, whoever gave it. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        remember(identity);
        return Uni.createFrom().item(identity);
    }

    private SecurityIdentity find(String token) {
        SecurityIdentity identity = identities.getIfPresent(token);
        return identity != null && clock.instant().getEpochSecond() < expiry(identity) ? identity : null;
    }

    private void remember(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof OidcJwtCallerPrincipal token
                && !token.getClaims().hasClaim("cnf")) {
            String text = token.getCredential().getToken();
            identities.get(text, unknown -> identity); // a known one keeps the time of its verification
        }
    }

    /** In seconds of the epoch. */
    private static long expiry(SecurityIdentity identity) {
        return switch (((OidcJwtCallerPrincipal) identity.getPrincipal())
                .getClaims()
                .getClaimValue(ReservedClaimNames.EXPIRATION_TIME)) {
            case Number time -> time.longValue();
            case JsonNumber time -> time.longValue();
            case null, default -> 0;
        };
    }
}
