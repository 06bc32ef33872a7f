package mx.trayecto.programs.completion;

import java.util.UUID;

/** The module was completed before: nothing is made, and the transaction that would have made it ends. */
class CompletedBefore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final UUID id;

    CompletedBefore(UUID id) {
        super("completed before", null, false, false);
        this.id = id;
    }
}
