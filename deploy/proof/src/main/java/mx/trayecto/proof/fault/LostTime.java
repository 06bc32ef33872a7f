package mx.trayecto.proof.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import mx.trayecto.proof.ledger.Entry;
import mx.trayecto.proof.ledger.Ledger;
import mx.trayecto.proof.load.Api;
import mx.trayecto.proof.load.Writer;

/** What clients write between the backup of a service and its restore: in a ledger of its own, known to be lost. */
final class LostTime implements AutoCloseable {
    private final String restored;
    private final Path file;
    private final Ledger ledger;
    private final Writer writer;

    /** @param restored the service whose database is put back */
    LostTime(String restored, Path file, Api api, Duration patience) {
        this.restored = restored;
        this.file = file;
        ledger = Ledger.create(file);
        writer = new Writer(api, ledger, patience);
    }

    Writer writer() {
        return writer;
    }

    /** What the service that was restored had been asked for. */
    List<Entry> lost() {
        return Ledger.read(file).stream().filter(this::lost).toList();
    }

    /** What other services had been asked for: they still have it. */
    List<Entry> survived() {
        return Ledger.read(file).stream().filter(entry -> !lost(entry)).toList();
    }

    private boolean lost(Entry entry) {
        return entry.write().owner().equals(restored);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
