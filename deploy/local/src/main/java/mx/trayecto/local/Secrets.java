package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What only this stack knows, made once: the passwords of PostgreSQL and the keys that encrypt and index identities.
 * Without them the data beside them cannot be read.
 */
record Secrets(Passwords passwords, String masterKey, String indexKey) {

    static Secrets of(Home home) {
        var file = home.keys().resolve("secrets.properties");
        if (!Files.exists(file)) {
            if (home.hasData()) {
                throw new LocalStackException("The data in " + home.path() + " cannot be opened: their keys, " + file
                        + ", are gone. Put them back, or drop the data with ./suite run --fresh.");
            }
            make(file);
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Secrets(
                new Passwords(
                        properties.getProperty("postgres.superuser"),
                        properties.getProperty("postgres.owner"),
                        properties.getProperty("postgres.runtime"),
                        properties.getProperty("postgres.worker")),
                properties.getProperty("crypto.master-key"),
                properties.getProperty("crypto.index-key"));
    }

    private static void make(Path file) {
        var passwords = Passwords.random();
        PrivateFile.write(file, """
                # Made once for this stack. Whoever has this file and the data can read everything.
                postgres.superuser=%s
                postgres.owner=%s
                postgres.runtime=%s
                postgres.worker=%s
                crypto.master-key=%s
                crypto.index-key=%s
                """.formatted(
                passwords.superuser(), passwords.owner(), passwords.runtime(), passwords.worker(), key(), key()));
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
