package mx.trayecto.programs.credential;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where credentials are verified. */
@ConfigMapping(prefix = "trayecto.credentials")
interface CredentialConfig {
    /**
     * The gateway as the public reaches it: it stands in every credential, so it must stay. In production it is https and
     * not this machine ({@link PublicUrlCheck}).
     */
    @WithDefault("http://localhost:8080")
    URI publicUrl();
}
