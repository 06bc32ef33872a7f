package mx.trayecto.participants.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;

/** The one way around the row policy that shows blocked people to nobody, for the rest of a transaction or a part of it. */
@ApplicationScoped
class Blocked {
    private static final String SET = "SELECT set_config('app.blocked', ?, true)";

    @Inject
    Sql sql;

    void show() {
        sql.list(SET, row -> null, "shown");
    }

    /** What is pending is written before. */
    void hide() {
        sql.list(SET, row -> null, "");
    }
}
