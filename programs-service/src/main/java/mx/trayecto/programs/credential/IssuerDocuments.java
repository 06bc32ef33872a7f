package mx.trayecto.programs.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.nimbusds.jose.JOSEObjectType;

import mx.trayecto.platform.text.Language;
import mx.trayecto.programs.organization.Organization;

/** What an issuer publishes besides its keys: who it is, and which of its credentials were revoked. */
@ApplicationScoped
class IssuerDocuments {
    /** How long a copy of what is published may be used before it is read again. */
    static final Duration FRESH = Duration.ofMinutes(1);

    /** How long a copy of a list may be used where it cannot be read again; whoever holds back the newest one gains no more. */
    static final Duration BELIEVED = Duration.ofDays(1);

    /** As W3C VC JOSE has it; the media type is the same behind {@code application/}. */
    static final JOSEObjectType LIST = new JOSEObjectType("vc+jwt");

    private static final String CONTROLLED = "https://www.w3.org/ns/cid/v1";

    @Inject
    Addresses addresses;

    @Inject
    IssuerKeys keys;

    /**
     * A Profile of Open Badges 3.0, which is a W3C Controlled Identifier Document 1.0 too: it says with which keys
     * credentials of this issuer may be signed. A withdrawn key stays in it as {@code revoked}, and is not among those.
     */
    Map<String, Object> profile(Organization issuer, List<IssuerKey> all) {
        String id = addresses.issuer(issuer.tenantId, issuer.id);
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("@context", List.of(Badge.VC, Badge.OPEN_BADGES, CONTROLLED));
        profile.put("id", id);
        profile.put("type", List.of("Profile"));
        profile.put("name", issuer.name.in(Language.ES));
        profile.put("url", addresses.door());
        profile.put("jwks_uri", addresses.keys(issuer.tenantId));
        profile.put(
                "verificationMethod", all.stream().map(key -> method(key, id)).toList());
        profile.put(
                "assertionMethod",
                all.stream()
                        .filter(key -> key.withdrawnAt == null)
                        .map(key -> addresses.key(key.tenantId, key.id))
                        .toList());
        return profile;
    }

    private Map<String, Object> method(IssuerKey key, String controller) {
        Map<String, Object> method = new LinkedHashMap<>();
        method.put("id", addresses.key(key.tenantId, key.id));
        method.put("type", "JsonWebKey");
        method.put("controller", controller);
        if (key.withdrawnAt != null) {
            method.put("revoked", key.withdrawnAt.toString());
        }
        method.put("publicKeyJwk", keys.published(key));
        return method;
    }

    /**
     * The claims of a W3C Bitstring Status List 1.0, as of now: valid since a little earlier, since not every clock is right.
     *
     * @param list its address, as the credentials name it that are looked up in it
     * @param encoded the list of bits, as {@link RevokedBits} has it
     */
    Map<String, Object> statusList(UUID tenant, UUID organization, String list, String encoded) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String issuer = addresses.issuer(tenant, organization);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("@context", List.of(Badge.VC));
        claims.put("id", list);
        claims.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        claims.put("issuer", issuer);
        claims.put("validFrom", now.minus(FRESH).toString());
        claims.put("validUntil", now.plus(BELIEVED).toString());
        claims.put(
                "credentialSubject",
                Map.of(
                        "id",
                        list + "#list",
                        "type",
                        "BitstringStatusList",
                        "statusPurpose",
                        "revocation",
                        "ttl",
                        FRESH.toMillis(),
                        "encodedList",
                        encoded));
        claims.put("iss", issuer);
        claims.put("jti", list);
        claims.put("exp", now.plus(BELIEVED).getEpochSecond());
        return claims;
    }
}
