package mx.trayecto.programs.credential;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;

/** A key that has been opened, to sign as much with it as there is. */
final class Signer {
    private final UUID key;
    private final String address;
    private final JWSSigner signer;
    private final ObjectMapper json;

    /** @param address where its public part is read: as {@code kid} it leads from a signature to the key */
    Signer(UUID key, String address, ECKey opened, ObjectMapper json) throws JOSEException {
        this.key = key;
        this.address = address;
        this.json = json;
        signer = new ECDSASigner(opened);
    }

    UUID key() {
        return key;
    }

    /**
     * JWS in its compact form (RFC 7515), ES256.
     *
     * @param type what is signed, as its header says
     */
    String sign(JOSEObjectType type, Map<String, ?> claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(address)
                    .type(type)
                    .build();
            JWSObject signed = new JWSObject(header, new Payload(json.writeValueAsString(claims)));
            signed.sign(signer);
            return signed.serialize();
        } catch (JOSEException | JsonProcessingException e) {
            throw new IllegalStateException("a credential cannot be signed", e);
        }
    }
}
