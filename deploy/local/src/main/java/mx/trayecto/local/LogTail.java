package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was added to a log from a moment on. */
record LogTail(Path log, long from) {

    private static final int LINES = 15;
    private static final int BYTES = 32_768;

    static LogTail fromNow(Path log) {
        try {
            return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line of our own. */
    static void add(Path log, String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LogTail fromTheBeginning(Path log) {
        return new LogTail(log, 0);
    }

    /** The last of the added lines, under a heading that names the file. */
    String text() {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(from, channel.size() - BYTES));
            var lines = new String(Channels.newInputStream(channel).readAllBytes())
                    .lines()
                    .toList();
            return "The last lines of " + log + ":\n  "
                    + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "Its log " + log + " cannot be read.";
        }
    }
}
