package mx.trayecto.gateway.documents;

import java.util.concurrent.Callable;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A value that is made off the event loop when it is first wanted, and kept. */
final class Once<T> {
    private final Vertx vertx;
    private final Callable<T> making;
    private Future<T> value;

    Once(Vertx vertx, Callable<T> making) {
        this.vertx = vertx;
        this.making = making;
    }

    synchronized Future<T> get() {
        if (value == null || value.failed()) {
            value = vertx.executeBlocking(making);
        }
        return value;
    }
}
