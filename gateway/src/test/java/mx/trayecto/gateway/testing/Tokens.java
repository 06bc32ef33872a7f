package mx.trayecto.gateway.testing;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Development tokens, and such as must not let anyone in. */
public final class Tokens {
    private static final KeyPair KEYS = newKeys();

    private Tokens() {}

    static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /** A token of its own client, which thus has its own rate limit. */
    public static String valid() {
        return of("client-" + UUID.randomUUID());
    }

    public static String of(String client) {
        return sign(claims(client));
    }

    public static JwtClaimsBuilder claims(String client) {
        return Jwt.claims()
                .issuer("https://trayecto.local")
                .audience("trayecto")
                .subject("persona-canario")
                .claim("azp", client)
                .claim("tenant", UUID.randomUUID().toString())
                .claim("scope", "participants:read participants:write")
                .issuedAt(Instant.now().minusSeconds(60))
                .expiresIn(Duration.ofMinutes(5));
    }

    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().sign(KEYS.getPrivate());
    }

    public static String signedByAnother() {
        return claims("stranger").jws().sign(newKeys().getPrivate());
    }

    public static String expired() {
        Instant past = Instant.now().minusSeconds(3600);
        return sign(claims("late").issuedAt(past.minusSeconds(60)).expiresAt(past));
    }

    /** Says what a valid one says, and that nobody needs to sign it. */
    public static String unsigned() {
        String[] parts = valid().split("\\.");
        String head = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[1] + ".";
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
