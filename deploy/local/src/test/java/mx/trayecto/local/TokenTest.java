package mx.trayecto.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TokenTest {

    @TempDir
    Path folder;

    private SigningKey key;

    @BeforeEach
    void makeKey() {
        key = SigningKey.at(folder.resolve("signing-key.json"));
    }

    @Test
    void carriesWhatTheServicesRead() throws Exception {
        var token = new Token(
                "sisemh",
                Role.FACILITATOR,
                Optional.of("cjm"),
                List.of("cjm-guadalajara", "0f6a5c1e-6f0b-7c3e-9d2a-0b8f1c2d3e4f"),
                Optional.empty(),
                Optional.of("ana"),
                Duration.ofMinutes(30));
        var jwt = SignedJWT.parse(token.sign(key));
        var claims = jwt.getJWTClaimsSet();
        assertEquals("RS256", jwt.getHeader().getAlgorithm().getName());
        assertEquals("https://trayecto.local", claims.getIssuer());
        assertEquals(List.of("trayecto"), claims.getAudience());
        assertEquals("ana", claims.getSubject());
        assertEquals("suite", claims.getStringClaim("azp"));
        // Computed independently with Python's uuid.uuid5.
        assertEquals("c89e0791-5429-5616-9b0d-b635e6bf0d71", claims.getStringClaim("tenant"));
        assertEquals(Token.id("cjm").toString(), claims.getStringClaim("organization"));
        assertEquals(
                List.of(Token.id("cjm-guadalajara").toString(), "0f6a5c1e-6f0b-7c3e-9d2a-0b8f1c2d3e4f"),
                claims.getStringListClaim("centers"));
        assertEquals(
                "participants:read enrollments:read attendance:write surveys:write", claims.getStringClaim("scope"));
        assertFalse(claims.getClaims().containsKey("source_system"));
        assertEquals(
                Duration.ofMinutes(30).toMillis(),
                claims.getExpirationTime().getTime() - claims.getIssueTime().getTime());
    }

    @Test
    void namesNoCentersWhereAllAreMeant() throws Exception {
        var claims =
                SignedJWT.parse(Token.of("sisemh", Role.COORDINATOR).sign(key)).getJWTClaimsSet();
        assertFalse(claims.getClaims().containsKey("centers"));
        assertEquals(claims.getStringClaim("tenant"), claims.getStringClaim("organization"));
    }

    @Test
    void isVerifiedByThePublicKeyThatTheServicesGet() throws Exception {
        var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey()));
        var publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded);
        var token = SignedJWT.parse(Token.of("sisemh", Role.ANALYST).sign(key));
        assertTrue(token.verify(new RSASSAVerifier(publicKey)));
    }

    @Test
    void keyIsMadeOnceAndForItsOwnerAlone() throws Exception {
        var file = folder.resolve("signing-key.json");
        assertEquals(key.publicKey(), SigningKey.at(file).publicKey());
        assertEquals(Set.of("OWNER_READ", "OWNER_WRITE"), permissions(file));
        assertNotEquals(
                key.publicKey(), SigningKey.at(folder.resolve("other.json")).publicKey());
    }

    @Test
    void aPortalNamesItsSourceSystem() throws Exception {
        assertThrows(CommandLine.Misuse.class, () -> Token.of("sisemh", Role.PORTAL));
        var portal = new Token(
                "sisemh",
                Role.PORTAL,
                Optional.empty(),
                List.of(),
                Optional.of("siom"),
                Optional.empty(),
                Token.WORKING_DAY);
        var claims = SignedJWT.parse(portal.sign(key)).getJWTClaimsSet();
        assertEquals("siom", claims.getStringClaim("source_system"));
        assertEquals("siom", claims.getStringClaim("azp"));
    }

    @Test
    void aCoordinatorDoesWhatPortalsRegistrarsAndFacilitatorsDoAndDecides() {
        assertEquals(
                Set.of(
                        "applications:write",
                        "applications:read",
                        "participants:write",
                        "participants:read",
                        "enrollments:read",
                        "webhooks",
                        "attendance:write",
                        "surveys:write",
                        "programs:write",
                        "enrollments:write",
                        "imports:write",
                        "deliveries:write",
                        "graduations:decide"),
                Role.COORDINATOR.scopes());
    }

    @Test
    void onlyTheProtectionOfficerSeesIdentities() {
        for (var role : Role.values()) {
            assertEquals(role == Role.PROTECTION_OFFICER, role.scopes().contains("participants:identity"), role::name);
        }
    }

    private static Set<String> permissions(Path file) throws Exception {
        return Files.getPosixFilePermissions(file).stream()
                .map(Enum::name)
                .collect(java.util.stream.Collectors.toSet());
    }
}
