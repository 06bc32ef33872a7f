package mx.trayecto.gateway.exchange;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The W3C trace of a request: taken from the caller's {@code traceparent}, begun here where there is none or it is not
 * of the form that the services read.
 *
 * @param parent the whole {@code traceparent} (Trace Context, level 1)
 */
public record Trace(String parent) {
    public static final String HEADER = "traceparent";

    private static final int LENGTH = 55;
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    public static Trace of(String sent) {
        return new Trace(sent != null && isWellFormed(sent) ? sent : begun());
    }

    /** The trace's id: 32 hexadecimal digits. */
    public String id() {
        return parent.substring(3, 35);
    }

    private static boolean isWellFormed(String sent) {
        if (sent.length() != LENGTH || !sent.startsWith("00-") || sent.charAt(35) != '-' || sent.charAt(52) != '-') {
            return false;
        }
        for (int i = 3; i < LENGTH; i++) {
            char c = sent.charAt(i);
            if (i != 35 && i != 52 && (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return !sent.startsWith(NO_TRACE, 3) && !sent.startsWith(NO_SPAN, 36);
    }

    private static String begun() {
        var random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        // The lowest bit set: an id of zeros means "none".
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }
}
