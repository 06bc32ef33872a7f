package mx.trayecto.gateway.start;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import org.eclipse.microprofile.config.Config;

/** Refuses to start in production with settings that are only safe on a developer's machine, and says which. */
@ApplicationScoped
class ProductionStart {
    private static final String PUBLIC_KEY = "quarkus.oidc.public-key";
    private static final String PROVIDER = "quarkus.oidc.auth-server-url";
    private static final String ISSUER = "quarkus.oidc.token.issuer";
    private static final String DEVELOPMENT_ISSUER = "https://trayecto.local";

    @Inject
    Config config;

    void check(@Observes StartupEvent starting) {
        List<String> unsafe = ConfigUtils.isProfileActive("prod") ? unsafe(config) : List.of();
        if (!unsafe.isEmpty()) {
            throw new IllegalStateException("Refused to start in production: " + String.join("; ", unsafe));
        }
    }

    static List<String> unsafe(Config config) {
        List<String> unsafe = new ArrayList<>();
        if (config.getOptionalValue(PUBLIC_KEY, String.class).isPresent()) {
            unsafe.add(PUBLIC_KEY + " is set: tokens signed with a fixed key cannot be withdrawn");
        }
        var provider = config.getOptionalValue(PROVIDER, URI.class);
        if (provider.isEmpty()) {
            unsafe.add(PROVIDER + " is not set: nobody could be let in");
        } else if (!"https".equals(provider.get().getScheme())) {
            unsafe.add(PROVIDER + " is not https: its keys could be exchanged on the way");
        }
        if (config.getOptionalValue(ISSUER, String.class)
                .filter(DEVELOPMENT_ISSUER::equals)
                .isPresent()) {
            unsafe.add(ISSUER + " is the issuer of development tokens");
        }
        return unsafe;
    }
}
