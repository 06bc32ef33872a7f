package mx.trayecto.programs.credential;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import mx.trayecto.platform.text.Language;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.program.Program;

/**
 * The claims of a credential (Open Badges 3.0, which is a W3C Verifiable Credential 2.0) and of the list of those that were
 * revoked (W3C Bitstring Status List 1.0). Neither says anything about a person.
 */
final class Badge {
    private static final String VC = "https://www.w3.org/ns/credentials/v2";
    private static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    private final URI base;

    Badge(URI publicUrl) {
        base = publicUrl;
    }

    /** Where anybody verifies one. */
    String verification(UUID credential) {
        return base + "/v1/credentials/" + credential;
    }

    String issuer(UUID tenant) {
        return base + "/v1/credentials/issuers/" + tenant;
    }

    String statusList(UUID tenant) {
        return issuer(tenant) + "/status";
    }

    Map<String, Object> profile(UUID tenant, String name) {
        return Map.of("id", issuer(tenant), "type", List.of("Profile"), "name", name);
    }

    Map<String, Object> of(Credential credential, Program program, Organization owner) {
        String from = credential
                .graduatedOn
                .atStartOfDay()
                .atOffset(ZoneOffset.UTC)
                .toInstant()
                .toString();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("@context", List.of(VC, OPEN_BADGES));
        claims.put("id", verification(credential.id));
        claims.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        claims.put("name", program.title.in(Language.ES));
        claims.put("issuer", profile(credential.tenantId, owner.name.in(Language.ES)));
        claims.put("validFrom", from);
        claims.put(
                "credentialSubject",
                Map.of("type", List.of("AchievementSubject"), "achievement", achievement(credential, program)));
        claims.put(
                "credentialStatus",
                Map.of(
                        "id",
                        statusList(credential.tenantId) + "#" + credential.statusIndex,
                        "type",
                        "BitstringStatusListEntry",
                        "statusPurpose",
                        "revocation",
                        "statusListIndex",
                        Integer.toString(credential.statusIndex),
                        "statusListCredential",
                        statusList(credential.tenantId)));
        claims.put("iss", issuer(credential.tenantId));
        claims.put("jti", verification(credential.id));
        claims.put("sub", "urn:uuid:" + credential.id);
        claims.put("nbf", credential.graduatedOn.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        return claims;
    }

    private static Map<String, Object> achievement(Credential credential, Program program) {
        return Map.of(
                "id",
                "urn:uuid:" + program.id,
                "type",
                List.of("Achievement"),
                "achievementType",
                "Certificate",
                "inLanguage",
                "es",
                "name",
                program.title.in(Language.ES),
                "description",
                "Concluyó el trayecto formativo del programa.",
                "version",
                Integer.toString(credential.criteriaVersion),
                "criteria",
                Map.of(
                        "narrative",
                        "Cumplió los criterios de graduación, versión " + credential.criteriaVersion + "."));
    }

    /** @param encoded the list of bits, as {@link RevokedBits} has it */
    Map<String, Object> statusList(UUID tenant, String encoded) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("@context", List.of(VC));
        claims.put("id", statusList(tenant));
        claims.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        claims.put("issuer", issuer(tenant));
        claims.put(
                "credentialSubject",
                Map.of(
                        "id",
                        statusList(tenant) + "#list",
                        "type",
                        "BitstringStatusList",
                        "statusPurpose",
                        "revocation",
                        "encodedList",
                        encoded));
        claims.put("iss", issuer(tenant));
        claims.put("jti", statusList(tenant));
        return claims;
    }
}
