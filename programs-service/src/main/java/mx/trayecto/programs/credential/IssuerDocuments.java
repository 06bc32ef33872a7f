package mx.trayecto.programs.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.text.Language;
import mx.trayecto.programs.organization.Organization;

/** What an issuer publishes besides its keys: who it is, and which of its credentials were revoked. */
@ApplicationScoped
class IssuerDocuments {
    private static final String CONTROLLED = "https://www.w3.org/ns/cid/v1";

    @Inject
    Addresses addresses;

    @Inject
    IssuerKeys keys;

    /**
     * A Profile of Open Badges 3.0, which is a W3C Controlled Identifier Document 1.0 too: it says with which keys
     * credentials of this issuer may be signed.
     */
    Map<String, Object> profile(Organization issuer, List<IssuerKey> signing) {
        String id = addresses.issuer(issuer.tenantId, issuer.id);
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("@context", List.of(Badge.VC, Badge.OPEN_BADGES, CONTROLLED));
        profile.put("id", id);
        profile.put("type", List.of("Profile"));
        profile.put("name", issuer.name.in(Language.ES));
        profile.put("url", addresses.door());
        profile.put("jwks_uri", addresses.keys(issuer.tenantId));
        profile.put(
                "verificationMethod",
                signing.stream()
                        .map(key -> Map.of(
                                "id",
                                addresses.key(key.tenantId, key.id),
                                "type",
                                "JsonWebKey",
                                "controller",
                                id,
                                "publicKeyJwk",
                                keys.published(key)))
                        .toList());
        profile.put(
                "assertionMethod",
                signing.stream().map(key -> addresses.key(key.tenantId, key.id)).toList());
        return profile;
    }

    /**
     * The claims of a W3C Bitstring Status List 1.0.
     *
     * @param encoded the list of bits, as {@link RevokedBits} has it
     */
    Map<String, Object> statusList(UUID tenant, UUID organization, String encoded) {
        String list = addresses.statusList(tenant, organization);
        String issuer = addresses.issuer(tenant, organization);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("@context", List.of(Badge.VC));
        claims.put("id", list);
        claims.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        claims.put("issuer", issuer);
        claims.put(
                "credentialSubject",
                Map.of(
                        "id",
                        list + "#list",
                        "type",
                        "BitstringStatusList",
                        "statusPurpose",
                        "revocation",
                        "encodedList",
                        encoded));
        claims.put("iss", issuer);
        claims.put("jti", list);
        return claims;
    }
}
