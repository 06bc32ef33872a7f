package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** The key pair that signs development tokens, made once per stack and never part of the repository. */
record SigningKey(RSAKey pair) {

    private static final int BITS = 2_048;

    static SigningKey of(Home home) {
        return at(home.keys().resolve("signing-key.json"));
    }

    static SigningKey at(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, new RSAKeyGenerator(BITS).generate().toJSONString());
            }
            return new SigningKey(JWK.parse(Files.readString(file)).toRSAKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new LocalStackException("The signing key " + file + " is damaged: delete it to get a new one.", e);
        }
    }

    /** As the services take it: the DER of its SubjectPublicKeyInfo in Base64. */
    String publicKey() {
        try {
            return Base64.getEncoder().encodeToString(pair.toRSAPublicKey().getEncoded());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
