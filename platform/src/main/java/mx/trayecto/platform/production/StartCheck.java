package mx.trayecto.platform.production;

import java.util.List;

import org.eclipse.microprofile.config.Config;

/** What a service asks of its own settings before it starts in production; every bean of this kind is asked. */
public interface StartCheck {
    /** Every setting of its own that a production start must not have, in words. */
    List<String> unsafe(Config config);
}
