package mx.trayecto.platform.tenancy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

class VerifiedTokensTest {
    private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");

    private Instant now = NOON;
    private final VerifiedTokens tokens = new VerifiedTokens(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    private static SecurityIdentity identity(String token, Map<String, ?> more) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("portal");
        claims.setClaim("exp", NOON.plusSeconds(30).getEpochSecond());
        more.forEach(claims::setClaim);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(claims, new AccessTokenCredential(token)))
                .build();
    }

    private SecurityIdentity given(String token) {
        return tokens.authenticate(new TokenAuthenticationRequest(new AccessTokenCredential(token)), null)
                .await()
                .indefinitely();
    }

    @Test
    void takesATokenForVerifiedUntilItExpires() {
        SecurityIdentity verified = identity("a.b.c", Map.of());
        assertNull(given("a.b.c"), "nobody has verified it");
        tokens.augment(verified, null).await().indefinitely();
        assertSame(verified, given("a.b.c"));
        now = NOON.plusSeconds(29);
        assertSame(verified, given("a.b.c"));
        now = NOON.plusSeconds(30);
        assertNull(given("a.b.c"));
    }

    @Test
    void takesNothingButTheVeryTextForVerified() {
        tokens.augment(identity("a.b.c", Map.of()), null).await().indefinitely();
        assertNull(given("a.b.d"));
    }

    @Test
    void keepsNoTokenThatIsBoundToAProof() {
        tokens.augment(identity("a.b.c", Map.of("cnf", Map.of("jkt", "x"))), null)
                .await()
                .indefinitely();
        assertNull(given("a.b.c"));
    }

    @Test
    void takesNoTokenWithoutAnEndForVerified() {
        SecurityIdentity endless = identity("a.b.c", Map.of("exp", "never"));
        tokens.augment(endless, null).await().indefinitely();
        assertNull(given("a.b.c"));
    }
}
