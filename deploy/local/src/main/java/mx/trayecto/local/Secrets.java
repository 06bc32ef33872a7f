package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What only this stack knows, made once: the password of PostgreSQL's superuser, from which
 * those of its roles follow, and the keys that encrypt and index identities.
 * Without them the data beside them cannot be read.
 */
record Secrets(RolePasswords passwords, String masterKey, String indexKey) {

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
                new OwnPasswords(required(properties, "postgres.superuser", file)),
                required(properties, "crypto.master-key", file),
                required(properties, "crypto.index-key", file));
    }

    private static String required(Properties properties, String name, Path file) {
        var value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new LocalStackException(
                    "%s does not say %s: put back what it was. If it is lost, so are the data:".formatted(file, name)
                            + " delete the file and drop them with ./suite run --fresh.");
        }
        return value;
    }

    private static void make(Path file) {
        PrivateFile.write(file, """
                # Made once for this stack. Whoever has this file and the data can read everything.
                postgres.superuser=%s
                crypto.master-key=%s
                crypto.index-key=%s
                """.formatted(Passwords.next(), key(), key()));
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
