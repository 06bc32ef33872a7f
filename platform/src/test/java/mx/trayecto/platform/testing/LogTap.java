package mx.trayecto.platform.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

import org.jboss.logmanager.LogContext;

/** Hears everything that is logged. */
public final class LogTap extends Handler {
    private final StringBuilder log;

    private LogTap(StringBuilder log) {
        this.log = log;
    }

    /** Writes down what is logged while the work is done. */
    public static <T> T during(StringBuilder log, Supplier<T> work) {
        Handler tap = new LogTap(log);
        var root = LogContext.getLogContext().getLogger("");
        root.addHandler(tap);
        try {
            return work.get();
        } finally {
            root.removeHandler(tap);
        }
    }

    @Override
    public synchronized void publish(LogRecord record) {
        log.append(record.getMessage());
        if (record.getParameters() != null) {
            log.append(Arrays.deepToString(record.getParameters()));
        }
        if (record.getThrown() != null) {
            StringWriter trace = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(trace));
            log.append(trace);
        }
        log.append('\n');
    }

    @Override
    public void flush() {
        // kept in memory
    }

    @Override
    public void close() {
        // nothing to close
    }
}
