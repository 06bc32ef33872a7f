package mx.trayecto.platform.tenancy;

import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;

/**
 * The one way around the compartments of centre and portal, never around the tenant: a woman who applies must be found by
 * her CURP though another system registered her, and a freed seat goes to the first in line whoever applied for her.
 * Nothing found this way is shown to the caller, unless it is what a woman is handed of her own.
 */
@ApplicationScoped
public class Compartments {
    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    /** Runs work that sees the whole tenant; what it changes is written before the compartments close again. */
    public <T> T beyond(Supplier<T> work) {
        Actor who = actor.get();
        if (who.centers().isEmpty() && who.sourceSystem().isEmpty()) {
            return work.get();
        }
        set("", "");
        T result = work.get();
        // a failed work leaves a transaction that is rolled back, and the settings with it
        set(
                who.centers().stream().map(Object::toString).collect(Collectors.joining(",")),
                who.sourceSystem().orElse(""));
        return result;
    }

    private void set(String centers, String sourceSystem) {
        sql.execute(
                "SELECT set_config('app.centers', ?, true), set_config('app.source_system', ?, true)",
                centers,
                sourceSystem);
    }
}
