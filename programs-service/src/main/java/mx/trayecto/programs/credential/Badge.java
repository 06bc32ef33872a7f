package mx.trayecto.programs.credential;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.nimbusds.jose.JOSEObjectType;

import mx.trayecto.platform.text.Language;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.program.Program;

/**
 * The claims of a credential: an AchievementCredential of Open Badges 3.0, which is a W3C Verifiable Credential 2.0, with the
 * registered claims of its JSON Web Token form ({@code iss}, {@code jti}, {@code sub}, {@code nbf}), each of which says the
 * same as the property that it stands for. None of them says who the holder is: she is the subject under an id that stands
 * in this credential alone.
 */
@ApplicationScoped
class Badge {
    static final String VC = "https://www.w3.org/ns/credentials/v2";
    static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /** What Open Badges 3.0 wants as {@code typ}, though W3C VC JOSE would have {@code vc+jwt}. */
    static final JOSEObjectType TYPE = JOSEObjectType.JWT;

    @Inject
    Addresses addresses;

    /** @param exception whether she graduated by an exception from the criteria */
    Map<String, Object> of(Credential credential, Program program, Organization owner, boolean exception) {
        String id = addresses.credential(credential.id);
        String issuer = addresses.issuer(credential.tenantId, owner.id);
        String subject = "urn:uuid:" + credential.id;
        var from = credential.graduatedOn.atStartOfDay().atOffset(ZoneOffset.UTC);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("@context", List.of(VC, OPEN_BADGES));
        claims.put("id", id);
        claims.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        claims.put("name", program.title.in(Language.ES));
        claims.put("issuer", Map.of("id", issuer, "type", List.of("Profile"), "name", owner.name.in(Language.ES)));
        claims.put("validFrom", from.toInstant().toString());
        claims.put(
                "credentialSubject",
                Map.of(
                        "id",
                        subject,
                        "type",
                        List.of("AchievementSubject"),
                        "achievement",
                        achievement(credential, program),
                        "narrative",
                        narrative(credential.criteriaVersion, exception)));
        claims.put(
                "credentialStatus",
                status(credential, addresses.statusList(credential.tenantId, owner.id, credential.statusList)));
        claims.put("iss", issuer);
        claims.put("jti", id);
        claims.put("sub", subject);
        claims.put("nbf", from.toEpochSecond());
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
                "Se graduó del programa. / Graduated from the programme.",
                "version",
                Integer.toString(credential.criteriaVersion),
                "criteria",
                Map.of(
                        "narrative",
                        ("Cumplir los criterios de graduación, versión %1$d, salvo lo que en un caso excepcional dispense una"
                                        + " segunda persona. / To meet the graduation criteria, version %1$d, but for what"
                                        + " a second person waives in an exceptional case.")
                                .formatted(credential.criteriaVersion)));
    }

    /** How she graduated. */
    private static String narrative(int criteria, boolean exception) {
        return (exception
                        ? "Se graduó por excepción: no cumplió todos los criterios de graduación, versión %1$d, y lo que"
                                + " faltó se le dispensó. / Graduated by exception: did not meet all of the graduation"
                                + " criteria, version %1$d, and what was lacking was waived."
                        : "Cumplió los criterios de graduación, versión %1$d. / Met the graduation criteria, version %1$d.")
                .formatted(criteria);
    }

    /** Its place in the list of those that were revoked. */
    private static Map<String, Object> status(Credential credential, String list) {
        String index = Integer.toString(credential.statusIndex);
        return Map.of(
                "id",
                list + "#" + index,
                "type",
                "BitstringStatusListEntry",
                "statusPurpose",
                "revocation",
                "statusListIndex",
                index,
                "statusListCredential",
                list);
    }
}
