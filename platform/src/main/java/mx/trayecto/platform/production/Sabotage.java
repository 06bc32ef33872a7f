package mx.trayecto.platform.production;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Breaks one mechanism on purpose, so that the proofs can show that they would notice: {@code trayecto.sabotage} names
 * it. Each keeps the window that it opens open for a moment. A production start with it is refused.
 */
public enum Sabotage {
    /** The relay marks events as published before the broker has them. */
    MARK_BEFORE_ACK,
    /** Events take their place in the outbox before their aggregate is locked. */
    ID_BEFORE_LOCK,
    /** The inbox takes whatever comes, also what it has seen. */
    SKIP_OFFSET_CHECK,
    /** The inbox moves its offset in a transaction before the one that applies the events. */
    ADVANCE_BEFORE_APPLY,
    /** The inbox passes over what it would have to set aside, as if it had never come. */
    DROP_UNREADABLE,
    /** A write asks the broker, which may be away, before it is committed. */
    ASK_BROKER;

    static final String SETTING = "trayecto.sabotage";
    private static final long WINDOW_MILLIS = 300;
    private static final Sabotage CHOSEN =
            ConfigProvider.getConfig().getOptionalValue(SETTING, Sabotage.class).orElse(null);

    /** Whether this process is to break this mechanism. */
    public boolean on() {
        return this == CHOSEN;
    }

    /** Keeps the window open for a random while, up to 300 ms. */
    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(WINDOW_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
