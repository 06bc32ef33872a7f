package mx.trayecto.programs.credential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * What a partner writes who trusts nobody's word: it reads what stands in a credential and what that leads to, without a
 * token, with another JOSE library than the one that signed, and nothing of this service.
 */
final class Verifier {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOOR = "http://localhost:8080/";

    private final Instant now;

    /** At which step a credential failed. */
    enum Step {
        KEY,
        SIGNATURE,
        CLAIMS,
        ISSUER,
        TIME,
        REVOKED
    }

    static final class Refused extends Exception {
        final transient Step at;

        Refused(Step at) {
            super(at.name());
            this.at = at;
        }
    }

    Verifier() {
        this(Instant.now());
    }

    Verifier(Instant now) {
        this.now = now;
    }

    /** What a credential says, if it is to be believed. */
    JsonNode verify(String credential) throws Refused {
        JsonNode claims = signed(credential);
        require(claims.path("sub").equals(claims.at("/credentialSubject/id")), Step.CLAIMS);
        require(
                claims.path("nbf").asLong()
                        == Instant.parse(claims.path("validFrom").asText()).getEpochSecond(),
                Step.CLAIMS);
        require(!revoked(claims), Step.REVOKED);
        return claims;
    }

    /** Whether it stands in the list that it names as revoked. */
    boolean revoked(JsonNode claims) throws Refused {
        JsonNode status = claims.path("credentialStatus");
        Response published = read(status.path("statusListCredential").asText());
        require(published.contentType().equals("application/vc+jwt"), Step.KEY);
        JsonNode list = signed(published.asString());
        require(list.path("id").equals(status.path("statusListCredential")), Step.CLAIMS);
        require(list.path("issuer").equals(claims.at("/issuer/id")), Step.ISSUER);
        require(now.isBefore(Instant.parse(list.path("validUntil").asText())), Step.TIME);
        require(list.at("/credentialSubject/statusPurpose").equals(status.path("statusPurpose")), Step.CLAIMS);
        int index = Integer.parseInt(status.path("statusListIndex").asText());
        return (bits(list)[index >> 3] >> 7 - (index & 7) & 1) == 1;
    }

    /** A list's bits: multibase {@code u}, base64url, GZIP. */
    static byte[] bits(JsonNode list) {
        String encoded = list.at("/credentialSubject/encodedList").asText();
        if (encoded.charAt(0) != 'u') {
            throw new AssertionError(encoded);
        }
        try {
            return new GZIPInputStream(new ByteArrayInputStream(Base64Url.decode(encoded.substring(1)))).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the key signed that it names, if that is one of its issuer's. */
    JsonNode signed(String token) throws Refused {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(
                    new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256"));
            signature.setCompactSerialization(token);
            String kid = signature.getKeyIdHeaderValue();
            signature.setKey(JsonWebKey.Factory.newJwk(read(kid).asString()).getKey());
            require(signature.verifySignature(), Step.SIGNATURE);
            JsonNode claims = JSON.readTree(signature.getPayload());
            JsonNode issuer = claims.path("issuer");
            String by = issuer.isTextual() ? issuer.asText() : issuer.path("id").asText();
            require(by.equals(claims.path("iss").asText()), Step.CLAIMS);
            require(claims.path("id").equals(claims.path("jti")), Step.CLAIMS);
            require(!now.isBefore(Instant.parse(claims.path("validFrom").asText())), Step.TIME);
            JsonNode profile = JSON.readTree(read(by).asString());
            require(profile.path("id").asText().equals(by), Step.ISSUER);
            for (JsonNode method : profile.path("assertionMethod")) {
                if (method.asText().equals(kid)) {
                    return claims;
                }
            }
            throw new Refused(Step.ISSUER);
        } catch (JoseException | IOException e) {
            throw new Refused(Step.SIGNATURE);
        }
    }

    /** What is published at an address; the gateway is left out in these tests. */
    static Response read(String address) throws Refused {
        require(address != null && address.startsWith(DOOR), Step.KEY);
        Response answer = RestAssured.given().get(URI.create(address).getPath());
        require(answer.statusCode() == 200, Step.KEY);
        return answer;
    }

    private static void require(boolean holds, Step at) throws Refused {
        if (!holds) {
            throw new Refused(at);
        }
    }
}
