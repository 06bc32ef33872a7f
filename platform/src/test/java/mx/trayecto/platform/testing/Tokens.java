package mx.trayecto.platform.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Signed tokens as an identity provider would give them. */
public final class Tokens {
    public static final String ISSUER = "https://trayecto.local";
    public static final String AUDIENCE = "trayecto";

    private static final String PORTAL =
            "applications:write applications:read participants:write participants:read enrollments:read webhooks";
    private static final String REGISTRAR = "participants:read participants:write enrollments:read";
    private static final String FACILITATOR = "participants:read enrollments:read attendance:write surveys:write";
    private static final String COORDINATOR = PORTAL + " attendance:write surveys:write programs:write"
            + " enrollments:write imports:write deliveries:write graduations:decide";

    private Tokens() {}

    public static String portal(UUID tenant, String sourceSystem) {
        return sign(claims(tenant, PORTAL).claim("source_system", sourceSystem));
    }

    public static String registrar(UUID tenant, UUID... centers) {
        return of(REGISTRAR, tenant, centers);
    }

    public static String facilitator(UUID tenant, UUID... centers) {
        return of(FACILITATOR, tenant, centers);
    }

    public static String coordinator(UUID tenant, UUID... centers) {
        return of(COORDINATOR, tenant, centers);
    }

    public static String protectionOfficer(UUID tenant) {
        return of("participants:identity arco:write", tenant);
    }

    public static String analyst(UUID tenant) {
        return of("indicators:read indicators:write reports:read", tenant);
    }

    public static String reviewer(UUID tenant) {
        return of("indicators:review releases:publish", tenant);
    }

    public static String auditor(UUID tenant) {
        return of("audit:read", tenant);
    }

    /** A token with exactly these scopes, space-separated; limited to centres where any are given. */
    public static String of(String scopes, UUID tenant, UUID... centers) {
        JwtClaimsBuilder claims = claims(tenant, scopes);
        return sign(
                centers.length == 0
                        ? claims
                        : claims.claim(
                                "centers",
                                Arrays.stream(centers).map(UUID::toString).toList()));
    }

    /** Claims to change before signing, for tokens that must be refused. */
    public static JwtClaimsBuilder claims(UUID tenant, String scopes) {
        JwtClaimsBuilder claims = Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("person-" + UUID.nameUUIDFromBytes(scopes.getBytes()))
                .claim("azp", "test-client")
                .claim("scope", scopes)
                .expiresIn(Duration.ofMinutes(30));
        return tenant == null
                ? claims
                : claims.claim("tenant", tenant.toString()).claim("organization", tenant.toString());
    }

    public static String sign(JwtClaimsBuilder claims) {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(TestStack.SIGNING_KEY));
            PrivateKey signing = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
            return claims.jws().sign(signing);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
