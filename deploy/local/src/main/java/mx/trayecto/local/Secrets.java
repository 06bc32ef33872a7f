package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * What only this stack knows, made once: the password of PostgreSQL's superuser, from which
 * those of its roles follow, and the keys that encrypt and index identities.
 * Without them the data beside them cannot be read.
 */
record Secrets(RolePasswords passwords, String masterKey, Optional<String> nextMasterKey, String indexKey) {

    private static final String SUPERUSER = "postgres.superuser";
    private static final String MASTER = "crypto.master-key";
    private static final String NEXT_MASTER = "crypto.next-master-key";
    private static final String INDEX = "crypto.index-key";

    static Secrets of(Home home) {
        var file = file(home);
        if (!Files.exists(file)) {
            if (home.hasData()) {
                throw new LocalStackException("The data in " + home.path() + " cannot be opened: their keys, " + file
                        + ", are gone. Put them back, or drop the data with ./suite run --fresh.");
            }
            make(file);
        }
        var properties = read(file);
        return new Secrets(
                new OwnPasswords(required(properties, SUPERUSER, file)),
                required(properties, MASTER, file),
                Optional.ofNullable(properties.getProperty(NEXT_MASTER)).map(String::strip),
                required(properties, INDEX, file));
    }

    /** Makes the master key that is to take the place of the present one, unless there is one already. */
    static void prepareNextMaster(Home home) {
        if (of(home).nextMasterKey().isEmpty()) {
            var properties = read(file(home));
            properties.setProperty(NEXT_MASTER, key());
            PrivateFile.replace(file(home), text(properties));
        }
    }

    /**
     * Lets the next master key take the place of the present one.
     *
     * @return where the one is that nothing is wrapped with any more
     */
    static Path adoptNextMaster(Home home) {
        var properties = read(file(home));
        var retired = home.keys()
                .resolve("retired-master-key-"
                        + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now()));
        PrivateFile.write(retired, properties.getProperty(MASTER).strip() + "\n");
        properties.setProperty(MASTER, properties.remove(NEXT_MASTER).toString());
        PrivateFile.replace(file(home), text(properties));
        return retired;
    }

    private static Path file(Home home) {
        return home.keys().resolve("secrets.properties");
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
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
        var properties = new Properties();
        properties.setProperty(SUPERUSER, Passwords.next());
        properties.setProperty(MASTER, key());
        properties.setProperty(INDEX, key());
        PrivateFile.write(file, text(properties));
    }

    private static String text(Properties properties) {
        return PrivateFile.text(
                "Made once for this stack. Whoever has this file and the data can read everything.", properties);
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
