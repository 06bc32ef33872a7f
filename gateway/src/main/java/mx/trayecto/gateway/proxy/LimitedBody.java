package mx.trayecto.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/** A request's body, counted while it streams through; fails as soon as it is larger than it may be. */
final class LimitedBody implements ReadStream<Buffer> {
    private final HttpServerRequest request;
    private final long limit;
    private long bytes;
    private Handler<Throwable> failed;

    LimitedBody(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    boolean isTooLarge() {
        return bytes > limit;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> next) {
        request.handler(next == null ? null : buffer -> pass(buffer, next));
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> next) {
        if (isTooLarge()) {
            return;
        }
        bytes += buffer.length();
        if (!isTooLarge()) {
            next.handle(buffer);
        } else if (failed != null) {
            failed.handle(new IllegalStateException("body too large"));
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        failed = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        request.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
