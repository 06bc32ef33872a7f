package mx.trayecto.platform.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.TextCheck;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Files that wait to be worked on: in the database, so that any process can take them up, in chunks of bounded size, each
 * sealed under a key of its own task and bound to its place.
 */
@ApplicationScoped
class Uploads {
    private static final int CHUNK = 256 * 1024;

    @Inject
    Sql sql;

    @Inject
    Vault vault;

    @Inject
    CurrentActor actor;

    /**
     * Keeps a file as it comes in; each chunk is committed by itself, since a slow caller must hold no transaction open.
     * What is no text, or one endless line, is refused where that shows, however much of it is still to come.
     *
     * @param check looks at every byte before it is kept
     * @return its SHA-256, in hex
     * @throws ProblemException 422 with the line that gives rise to doubt; the rest is not read, so the caller is asked to end the connection
     */
    String keep(UUID task, InputStream file, TextCheck check) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        int number = 0;
        for (int read = file.readNBytes(chunk, 0, CHUNK); read > 0; read = file.readNBytes(chunk, 0, CHUNK)) {
            look(check, chunk, read);
            digest.update(chunk, 0, read);
            keep(task, number, chunk, read);
            number++;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void look(TextCheck check, byte[] chunk, int length) {
        try {
            check.take(chunk, length);
        } catch (ProblemException doubtful) {
            throw doubtful.header("Connection", "close");
        }
    }

    private void keep(UUID task, int number, byte[] chunk, int length) {
        byte[] placed = ByteBuffer.allocate(Integer.BYTES + length)
                .putInt(number)
                .put(chunk, 0, length)
                .array();
        byte[] sealed = vault.sealBytes(task, placed);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.execute(
                        "INSERT INTO task_chunk (tenant_id, task_id, number, sealed) VALUES (?, ?, ?, ?)",
                        actor.get().tenant(),
                        task,
                        number,
                        sealed));
    }

    /** The file from its beginning; chunk after chunk is fetched as it is read. */
    InputStream open(UUID task) {
        return new Chunks(task);
    }

    /** Takes a file away in the caller's transaction; {@link #forget} follows the commit. */
    void erase(UUID task) {
        sql.execute(
                "DELETE FROM task_chunk WHERE tenant_id = ? AND task_id = ?",
                actor.get().tenant(),
                task);
    }

    /** Destroys a file's key, so that backups of it open no more. */
    void forget(UUID task) {
        vault.destroy(task);
    }

    private byte[] chunk(UUID task, int number) {
        byte[] sealed = QuarkusTransaction.requiringNew()
                .call(() -> sql.first(
                                "SELECT sealed FROM task_chunk WHERE tenant_id = ? AND task_id = ? AND number = ?",
                                row -> row.getBytes(1),
                                actor.get().tenant(),
                                task,
                                number)
                        .orElse(null));
        if (sealed == null) {
            return null;
        }
        ByteBuffer placed = ByteBuffer.wrap(vault.openBytes(task, sealed));
        if (placed.getInt() != number) {
            throw new IllegalStateException("a chunk stands in another's place");
        }
        byte[] chunk = new byte[placed.remaining()];
        placed.get(chunk);
        return chunk;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Chunks extends InputStream {
        private final UUID task;
        private ByteBuffer current = ByteBuffer.allocate(0);
        private int next;

        private Chunks(UUID task) {
            this.task = task;
        }

        @Override
        public int read() {
            return more() ? current.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int read = Math.min(length, current.remaining());
            current.get(into, offset, read);
            return read;
        }

        private boolean more() {
            if (!current.hasRemaining()) {
                byte[] chunk = chunk(task, next);
                if (chunk == null) {
                    return false;
                }
                next++;
                current = ByteBuffer.wrap(chunk);
            }
            return true;
        }
    }
}
