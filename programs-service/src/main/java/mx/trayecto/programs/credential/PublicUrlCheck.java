package mx.trayecto.programs.credential;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import mx.trayecto.platform.production.StartCheck;

/** A credential cannot be called back to be given another address: what cannot be reached from outside is never issued. */
@ApplicationScoped
class PublicUrlCheck implements StartCheck {
    private static final String SETTING = "trayecto.credentials.public-url";
    private static final Pattern THIS_MACHINE = Pattern.compile(
            "localhost\\.?|.*\\.local(host)?\\.?|127\\..*|0\\.0\\.0\\.0|\\[::1?\\]|\\[::ffff:(127\\.|7f).*");

    @Override
    public List<String> unsafe(Config config) {
        String given = config.getOptionalValue(SETTING, String.class).orElse("");
        return reachable(given)
                ? List.of()
                : List.of(SETTING + " must be the https address at which the public reaches the gateway: it stands in"
                        + " every credential");
    }

    private static boolean reachable(String address) {
        try {
            URI url = new URI(address.strip());
            return "https".equalsIgnoreCase(url.getScheme())
                    && url.getHost() != null
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && !THIS_MACHINE
                            .matcher(url.getHost().toLowerCase(Locale.ROOT))
                            .matches();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
