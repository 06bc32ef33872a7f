package mx.trayecto.platform.storage;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Topic;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@TrayectoTest
class SqlTest {
    private static final Topic NOTES = new Topic("trayecto.notes.v1", false);

    @Inject
    Sql sql;

    @Inject
    Outbox outbox;

    @Inject
    CurrentActor actor;

    private final UUID tenant = UUID.randomUUID();
    private final UUID note = UUID.randomUUID();

    @Test
    void whatNothingElseTakesAlongIsSentBeforeTheCommit() throws Exception {
        inTransaction(this::tell);
        inTransaction(() -> {
            tell();
            tell();
        });
        assertEquals(List.of("1", "2", "3"), sequences());
    }

    @Test
    void whatNobodyAsksTheAnswerOfIsSentToo() throws Exception {
        inTransaction(() -> {
            tell();
            sql.together(pipeline -> pipeline.ask("SELECT 1", row -> row.getInt(1)));
        });
        assertEquals(List.of("1"), sequences());
    }

    @Test
    void whatWaitsIsVoidWithItsTransaction() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> inTransaction(() -> {
                    tell();
                    throw new IllegalStateException("not this time");
                }));
        assertEquals(List.of(), sequences());
    }

    /** Whoever let it wait says what a refusal means, wherever it shows; other refusals stay what they are. */
    @Test
    void aRefusalIsToldByWhoLetItWait() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> inTransaction(() -> {
                    sql.later(this::noteWithoutTitle, refused -> new UnsupportedOperationException(refused));
                    tell();
                    sql.execute("SELECT 1");
                }));
        assertThrows(
                ConstraintViolationException.class,
                () -> inTransaction(() -> {
                    sql.later(this::noteWithoutTitle);
                    sql.execute("SELECT 1");
                }));
    }

    private void noteWithoutTitle(Pipeline pipeline) {
        pipeline.write(
                "INSERT INTO note (tenant_id, id, version, created_at, title) VALUES (?, ?, 0, now(), NULL)",
                tenant,
                note);
    }

    private void tell() {
        outbox.append(NOTES, note, "mx.trayecto.note.written.v1", Map.of("note", note, "title", "uno"));
    }

    private void inTransaction(Runnable work) {
        actor.runAs(Actor.service("test", tenant, "test"), () -> {
            QuarkusTransaction.requiringNew().run(work);
            return null;
        });
    }

    private List<String> sequences() throws Exception {
        return Database.query("programs", "SELECT sequence FROM outbox WHERE aggregate_id = ? ORDER BY id", note);
    }
}
