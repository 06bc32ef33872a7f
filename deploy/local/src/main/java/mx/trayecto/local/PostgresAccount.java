package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Who PostgreSQL runs as. It refuses the superuser of the system and users it cannot look up. For them it gets a user
 * namespace in which it is nobody in particular, or, where containers forbid that, it runs as the user <i>nobody</i>.
 */
record PostgresAccount(List<String> prefix, boolean ownsItsFiles) {

    private static final String NOBODY = "65534";

    /** As Java names them: the superuser, and a number without an entry in the list of users. */
    private static final Set<String> REFUSED = Set.of("root", "?");

    static PostgresAccount choose() {
        if (!REFUSED.contains(System.getProperty("user.name"))) {
            return new PostgresAccount(List.of(), false);
        }
        if (works("unshare", "-U", "true")) {
            return new PostgresAccount(List.of("unshare", "-U"), false);
        }
        var nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (works("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true")) {
            return new PostgresAccount(nobody, true);
        }
        throw new LocalStackException("PostgreSQL runs neither as root nor as an unknown user, and neither unshare nor"
                + " setpriv (util-linux) helps here: start the suite as an ordinary user.");
    }

    /** Gives a file or an empty folder to the account, where it is another than ours. */
    void own(Path path) {
        if (ownsItsFiles) {
            try {
                Files.setAttribute(path, "unix:uid", Integer.valueOf(NOBODY));
                Files.setAttribute(path, "unix:gid", Integer.valueOf(NOBODY));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
