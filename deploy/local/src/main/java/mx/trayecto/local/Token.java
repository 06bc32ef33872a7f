package mx.trayecto.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.enums.UuidNamespace;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * A development token, as an identity provider would issue it in production. Tenants, organizations and centres are
 * given as UUIDs or as short names, from which their UUIDs of version 5 are made (RFC 9562, section 5.5).
 */
public record Token(
        String tenant,
        Role role,
        Optional<String> organization,
        List<String> centers,
        Optional<String> sourceSystem,
        Optional<String> subject,
        Duration lifetime) {

    public static final String ISSUER = "https://trayecto.local";
    public static final String AUDIENCE = "trayecto";
    public static final Duration WORKING_DAY = Duration.ofHours(8);

    private static final UUID NAMESPACE = UuidCreator.getNameBasedSha1(UuidNamespace.NAMESPACE_DNS, "trayecto.local");

    public Token {
        if (role == Role.PORTAL && sourceSystem.isEmpty()) {
            throw new CommandLine.Misuse("A portal acts for one source system: add --source-system.");
        }
    }

    /** A role in a tenant of the same organization, in all its centres, for a working day. */
    public static Token of(String tenant, Role role) {
        return new Token(tenant, role, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), WORKING_DAY);
    }

    /** The UUID that a short name stands for; a UUID stands for itself. */
    public static UUID id(String nameOrUuid) {
        try {
            return UUID.fromString(nameOrUuid);
        } catch (IllegalArgumentException e) {
            return UuidCreator.getNameBasedSha1(NAMESPACE, nameOrUuid);
        }
    }

    String sign(SigningKey key) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .build();
        var jwt = new SignedJWT(header, claims(Instant.now()));
        try {
            jwt.sign(new RSASSASigner(key.pair()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private JWTClaimsSet claims(Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject.orElse(role + "." + tenant))
                .claim("azp", sourceSystem.orElse("suite"))
                .claim("tenant", id(tenant).toString())
                .claim("organization", id(organization.orElse(tenant)).toString())
                .claim("scope", String.join(" ", role.scopes()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
        if (!centers.isEmpty()) {
            claims.claim(
                    "centers",
                    centers.stream().map(Token::id).map(UUID::toString).toList());
        }
        sourceSystem.ifPresent(name -> claims.claim("source_system", name));
        return claims.build();
    }
}
