package mx.trayecto.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import mx.trayecto.local.KafkaBroker;
import mx.trayecto.local.Passwords;
import mx.trayecto.local.PostgresServer;

/** PostgreSQL 18 and Kafka 4 on free ports in a temporary folder, with keys and passwords of their own. */
public class TestStack implements QuarkusTestResourceLifecycleManager {
    static final String SIGNING_KEY = "trayecto.test.signing-key";
    /** System properties under which tests find the stack: settings of the services, and the superuser's password. */
    public static final String PREFIX = "trayecto.test.";

    private PostgresServer postgres;
    private KafkaBroker kafka;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("trayecto-test");
            Passwords passwords = Passwords.random();
            postgres = PostgresServer.start(folder.resolve("postgres"), 0, passwords);
            kafka = KafkaBroker.start(folder.resolve("kafka"), 0, folder.resolve("kafka.log"));
            Map<String, String> settings = new HashMap<>();
            settings.put("trayecto.postgres.host", "localhost");
            settings.put("trayecto.postgres.port", String.valueOf(postgres.port()));
            settings.put("trayecto.postgres.owner-password", passwords.owner());
            settings.put("trayecto.postgres.runtime-password", passwords.runtime());
            settings.put("trayecto.postgres.worker-password", passwords.worker());
            settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
            settings.put("trayecto.crypto.master-key", secret());
            settings.put("trayecto.crypto.next-master-key", secret());
            settings.put("trayecto.crypto.index-key", secret());
            settings.put("trayecto.audit.every", "100ms");
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            settings.put("quarkus.oidc.public-key", base64(pair.getPublic().getEncoded()));
            settings.forEach((name, value) -> System.setProperty(PREFIX + name, value));
            System.setProperty(SIGNING_KEY, base64(pair.getPrivate().getEncoded()));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static String secret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return base64(secret);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
