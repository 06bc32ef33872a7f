package mx.trayecto.gateway.exchange;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * The rest of a body that nobody wants. It is read and thrown away, because a connection closed over unread bytes is
 * reset and takes the answer with it; bounded, because a client may send for ever.
 */
public final class Discarded {
    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_MILLIS = 10_000;

    private long bytes;

    private Discarded() {}

    public static void rest(HttpServerRequest request, Vertx vertx) {
        if (request.isEnded()) {
            return;
        }
        Discarded discarded = new Discarded();
        long timer = vertx.setTimer(MOST_MILLIS, late -> request.connection().close());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.handler(buffer -> {
            discarded.bytes += buffer.length();
            if (discarded.bytes > MOST_BYTES) {
                vertx.cancelTimer(timer);
                request.connection().close();
            }
        });
        request.resume();
    }
}
