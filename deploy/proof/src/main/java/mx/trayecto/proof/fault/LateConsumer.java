package mx.trayecto.proof.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.stack.Stack;

/** A service that answers but takes in no events: where it stands in its topics is locked. */
final class LateConsumer {
    private final Connection holder;

    LateConsumer(Stack stack, String database) {
        try {
            holder = stack.database(database);
            holder.setAutoCommit(false);
            try (Statement lock = holder.createStatement()) {
                lock.execute("SELECT FROM inbox_offset FOR UPDATE");
            }
        } catch (SQLException e) {
            throw new ProofFailure(database + " cannot be held back: " + e.getMessage(), e);
        }
    }

    /** Takes events in again after this time. */
    void catchUpAfter(Duration time) {
        Thread.ofVirtual().start(() -> {
            Patience.pause(time);
            letGo();
        });
    }

    private void letGo() {
        try {
            holder.close();
        } catch (SQLException gone) {
            // then the lock is gone too
        }
    }
}
