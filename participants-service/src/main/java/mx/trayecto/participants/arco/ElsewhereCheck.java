package mx.trayecto.participants.arco;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import mx.trayecto.platform.production.StartCheck;

/** What a woman is told of herself travels between two services: in the clear at most where nobody else listens. */
@ApplicationScoped
class ElsewhereCheck implements StartCheck {
    private static final String SETTING = "trayecto.elsewhere.programs-url";

    /** A service of the same cluster: by its name alone, with its namespace, or in full. */
    private static final Pattern WITHIN_THE_CLUSTER =
            Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9-]+\\.svc(\\.cluster\\.local)?)?");

    private static final Pattern THIS_MACHINE = Pattern.compile(
            "localhost\\.?|.*\\.localhost\\.?|127\\..*|0\\.0\\.0\\.0|\\[::1?\\]|\\[::ffff:(127\\.|7f).*");

    @Override
    public List<String> unsafe(Config config) {
        String given = config.getOptionalValue(SETTING, String.class).orElse("");
        return safe(given)
                ? List.of()
                : List.of(SETTING
                        + " must be the address at which the cluster reaches programs-service, by https or by its"
                        + " name within the cluster: personal data and tokens go there");
    }

    private static boolean safe(String address) {
        try {
            URI url = new URI(address.strip());
            if (url.getHost() == null
                    || url.getUserInfo() != null
                    || url.getQuery() != null
                    || url.getFragment() != null) {
                return false;
            }
            String host = url.getHost().toLowerCase(Locale.ROOT);
            boolean unheard = "https".equalsIgnoreCase(url.getScheme())
                    || "http".equalsIgnoreCase(url.getScheme())
                            && WITHIN_THE_CLUSTER.matcher(host).matches();
            return unheard && !THIS_MACHINE.matcher(host).matches();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
