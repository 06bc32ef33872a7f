package mx.trayecto.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * To each role a password of its own, which tells nothing of the others: it is computed from the superuser's, who could
 * give every role another password anyway. So nothing more has to be kept, and a stack made before roles had their own
 * gets them at its next start.
 */
record OwnPasswords(String superuser) implements RolePasswords {

    private static final String HMAC = "HmacSHA256";

    @Override
    public String of(String role) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(superuser.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public String toString() {
        return "OwnPasswords[hidden]";
    }
}
