package mx.trayecto.local;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The passwords of a server for tests, which serves whichever service is tested: {@code superuser} for the server itself,
 * {@code owner} for migrations, {@code runtime} for requests, {@code worker} for background work; one of each for all
 * databases.
 */
public record Passwords(String superuser, String owner, String runtime, String worker) implements RolePasswords {

    /** New passwords of 192 random bits each, safe in URLs and SQL literals. */
    public static Passwords random() {
        return new Passwords(next(), next(), next(), next());
    }

    static String next() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String of(String role) {
        return switch (role.substring(role.lastIndexOf('_') + 1)) {
            case "owner" -> owner;
            case "runtime" -> runtime;
            case "worker" -> worker;
            default -> throw new IllegalArgumentException(role);
        };
    }

    @Override
    public String toString() {
        return "Passwords[hidden]";
    }
}
