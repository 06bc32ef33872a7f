package mx.trayecto.proof.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The clients' own account of what they asked for and what they were promised: one JSON object a line, on disk before
 * the client goes on. Clients that wait at the same time share one fsync.
 */
public final class Ledger implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel file;
    private final ReentrantLock appending = new ReentrantLock();
    private final ReentrantLock syncing = new ReentrantLock();
    private volatile long appended;
    private volatile long synced;

    private Ledger(FileChannel file) {
        this.file = file;
    }

    public static Ledger create(Path path) {
        try {
            Files.createDirectories(path.getParent());
            return new Ledger(FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before anything is sent. */
    public void intend(Write write) {
        append(Map.of("intent", write));
    }

    /** Once the answer is there, before it is used. */
    public void acknowledge(Write write, Acknowledgement answer) {
        append(Map.of("acknowledged", write.id(), "answer", answer));
    }

    private void append(Map<String, ?> line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            long mine;
            appending.lock();
            try {
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                mine = ++appended;
            } finally {
                appending.unlock();
            }
            sync(mine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sync(long mine) throws IOException {
        syncing.lock();
        try {
            if (synced < mine) {
                long reached = appended;
                file.force(false);
                synced = reached;
            }
        } finally {
            syncing.unlock();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every write in the order of its acknowledgement; those never acknowledged last. A torn last line is no line. */
    public static List<Entry> read(Path path) {
        Map<String, Write> open = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(path)) {
                JsonNode node = whole(line);
                if (node == null) {
                    continue;
                }
                if (node.has("intent")) {
                    Write write = JSON.treeToValue(node.get("intent"), Write.class);
                    open.put(write.id(), write);
                } else {
                    entries.add(new Entry(
                            open.remove(node.get("acknowledged").asText()),
                            JSON.treeToValue(node.get("answer"), Acknowledgement.class)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.values().forEach(write -> entries.add(new Entry(write, null)));
        return entries;
    }

    private static JsonNode whole(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException torn) {
            return null;
        }
    }
}
