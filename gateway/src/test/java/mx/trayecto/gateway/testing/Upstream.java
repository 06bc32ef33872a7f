package mx.trayecto.gateway.testing;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;

/**
 * A real server with the faults that a service may have; the last segment of the path says which. Otherwise it tells
 * what it was asked.
 */
public final class Upstream {
    public static final int CHUNK = 64 * 1024;
    public static final int CHUNKS = 1600;

    private final Vertx vertx = Vertx.vertx();
    private volatile long sent;
    private final HttpServer server = vertx.createHttpServer(
                    new HttpServerOptions().setMaxHeaderSize(1 << 16).setMaxInitialLineLength(1 << 15))
            .requestHandler(this::answer);

    private final NetServer babbler =
            vertx.createNetServer().connectHandler(socket -> socket.handler(asked -> socket.write("¿qué?\r\n\r\n")));

    /** A port where something listens that does not speak HTTP. */
    int startBabbler() {
        return babbler.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    int start() {
        return server.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (request.headers().contains("X-Deaf")) {
            request.pause();
            return;
        }
        switch (request.path().substring(request.path().lastIndexOf('/') + 1)) {
            case "silent" -> request.resume();
            case "closing" -> request.connection().close();
            case "breaking" ->
                response.putHeader("Content-Length", "1000")
                        .write(Buffer.buffer("half"))
                        .onSuccess(written -> request.connection().close());
            case "breaking-chunked" ->
                response.setChunked(true)
                        .write(Buffer.buffer("half"))
                        .onSuccess(written -> request.connection().close());
            case "sent" -> response.end(String.valueOf(sent));
            case "large" -> stream(response.setChunked(true), 0);
            case "empty" -> response.setStatusCode(204).end();
            case "unchanged" ->
                response.setStatusCode(304).putHeader("ETag", "\"v3\"").end();
            case "problem" ->
                response.setStatusCode(409)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("{\"code\":\"conflict\"}");
            case "headers" ->
                response.setStatusCode(201)
                        .putHeader("Location", "/v1/participants/7")
                        .putHeader("ETag", "\"v7-es-alias\"")
                        .putHeader("Link", "</v1/participants?cursor=x>; rel=\"next\"")
                        .putHeader("Trayecto-Position", "trayecto.participants.v1/7/1.3")
                        .putHeader("Idempotency-Replayed", "true")
                        .putHeader("Connection", "X-Hop")
                        .putHeader("X-Hop", "mine")
                        .putHeader("Keep-Alive", "timeout=5")
                        .end();
            default -> request.body().onSuccess(body -> tell(request, body));
        }
    }

    private static void tell(HttpServerRequest request, Buffer body) {
        JsonObject headers = new JsonObject();
        for (Map.Entry<String, String> header : request.headers()) {
            headers.put(header.getKey().toLowerCase(), header.getValue());
        }
        Buffer told = new JsonObject()
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers)
                .put("bytes", body.length())
                .put("sha256", sha256(body.getBytes()))
                .toBuffer();
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Sha256", sha256(told.getBytes()))
                .end(told);
    }

    /** 100 MiB, as fast as they are taken. */
    private void stream(HttpServerResponse response, int from) {
        Buffer chunk = Buffer.buffer(new byte[CHUNK]);
        for (int i = from; i < CHUNKS; i++) {
            sent = (long) i * CHUNK;
            if (response.closed()) {
                return;
            }
            response.write(chunk);
            if (response.writeQueueFull()) {
                int next = i + 1;
                response.drainHandler(drained -> stream(response, next));
                return;
            }
        }
        response.end();
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
