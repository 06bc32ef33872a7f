package mx.trayecto.proof.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class LedgerTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatWasPromisedAndWhatWasNot() {
        Path file = folder.resolve("ledger.jsonl");
        Write kept = Write.of("enroll", "programs", Map.of("cohort", "c"));
        Write open = Write.of("register", "participants", Map.of());
        Acknowledgement answer = new Acknowledgement(201, "r", 3, "topic/r/1, topic/r/2");
        try (Ledger ledger = Ledger.create(file)) {
            ledger.intend(open);
            ledger.intend(kept);
            ledger.acknowledge(kept, answer);
        }
        assertEquals(List.of(new Entry(kept, answer), new Entry(open, null)), Ledger.read(file));
        assertEquals(List.of("topic/r/1", "topic/r/2"), answer.events());
    }

    @Test
    void passesOverALineThatWasTornOff() throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        Write write = Write.of("register", "participants", Map.of());
        try (Ledger ledger = Ledger.create(file)) {
            ledger.intend(write);
        }
        Files.writeString(file, "{\"acknowledged\":\"" + write.id(), StandardOpenOption.APPEND);
        assertFalse(Ledger.read(file).getFirst().acknowledged());
    }

    @Test
    void keepsTheLinesOfManyClientsWhole() throws InterruptedException {
        Path file = folder.resolve("ledger.jsonl");
        try (Ledger ledger = Ledger.create(file)) {
            List<Thread> clients = new java.util.ArrayList<>();
            for (int n = 0; n < 8; n++) {
                clients.add(Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 10; i++) {
                        Write write = Write.of("register", "participants", Map.of());
                        ledger.intend(write);
                        ledger.acknowledge(write, new Acknowledgement(201, "r", 0, ""));
                    }
                }));
            }
            for (Thread client : clients) {
                client.join();
            }
        }
        assertEquals(80, Ledger.read(file).stream().filter(Entry::acknowledged).count());
    }
}
