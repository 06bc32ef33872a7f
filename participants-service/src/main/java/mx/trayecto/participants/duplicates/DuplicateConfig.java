package mx.trayecto.participants.duplicates;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How probable duplicates are looked for. */
@ConfigMapping(prefix = "trayecto.duplicates")
interface DuplicateConfig {
    /** Off where a process only serves requests. */
    @WithDefault("true")
    boolean find();

    /** How often to look for records that were registered or changed. */
    @WithDefault("500ms")
    Duration idle();

    /** Most records of a tenant that are compared in one transaction. */
    @WithDefault("100")
    int batch();

    /** Most others that one record is compared with; of more, those with the most in common. */
    @WithDefault("1000")
    int others();
}
