package mx.trayecto.platform.production;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to start in the {@code prod} profile while a setting is unsafe, and names every such setting at once. The
 * local suite runs in the profile {@code local}, tests in {@code test}.
 */
@ApplicationScoped
public class ProductionReadiness {
    private static final String DEVELOPMENT_ISSUER = "https://trayecto.local";

    @Inject
    @Any
    Instance<StartCheck> checks;

    void check(@Observes @Priority(1) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod")) {
            List<String> unsafe = unsafe(ConfigProvider.getConfig(), checks);
            if (!unsafe.isEmpty()) {
                throw new IllegalStateException(
                        "not started, unsafe for production:\n  - " + String.join("\n  - ", unsafe));
            }
        }
    }

    /** Every setting that a production start must not have, in words. */
    static List<String> unsafe(Config config, Iterable<StartCheck> services) {
        List<String> unsafe = new ArrayList<>();
        if (value(config, Sabotage.SETTING).isPresent()) {
            unsafe.add(Sabotage.SETTING + " is set: it breaks what keeps events whole, for proofs only");
        }
        if (value(config, "quarkus.oidc.public-key").isPresent()) {
            unsafe.add("quarkus.oidc.public-key is set: a development key signs tokens for anybody who has it;"
                    + " name the identity provider in quarkus.oidc.auth-server-url instead");
        }
        if (value(config, "quarkus.oidc.auth-server-url").isEmpty()) {
            unsafe.add("quarkus.oidc.auth-server-url is missing: tokens could not be checked");
        }
        if (value(config, "quarkus.oidc.token.issuer")
                .filter(DEVELOPMENT_ISSUER::equals)
                .isPresent()) {
            unsafe.add("quarkus.oidc.token.issuer is the development issuer");
        }
        for (String key : List.of("trayecto.crypto.master-key", "trayecto.crypto.index-key")) {
            if (value(config, key).filter(ProductionReadiness::strong).isEmpty()) {
                unsafe.add(key + " must be 32 random bytes in Base64");
            }
        }
        String next = "trayecto.crypto.next-master-key";
        if (value(config, next).filter(key -> !strong(key)).isPresent()) {
            unsafe.add(next + " must be 32 random bytes in Base64, or not be set");
        }
        for (String role : List.of("runtime", "worker")) {
            String key = "trayecto.postgres." + role + "-password";
            if (value(config, key).filter(password -> password.length() >= 16).isEmpty()) {
                unsafe.add(key + " is missing or shorter than 16 characters");
            }
        }
        services.forEach(check -> unsafe.addAll(check.unsafe(config)));
        return unsafe;
    }

    private static boolean strong(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key);
            return bytes.length == 32 && new java.math.BigInteger(1, bytes).bitCount() > 40;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
