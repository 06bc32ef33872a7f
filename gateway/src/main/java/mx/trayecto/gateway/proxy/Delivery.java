package mx.trayecto.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.ProxyResponse;

import mx.trayecto.gateway.exchange.Exchange;

/**
 * Streams an answer to the client. Not left to the proxy, which holds answers of unknown length for clients of HTTP/1.0 in
 * memory, and closes broken ones in a way that is told neither to the access log nor to a shutdown that waits for them.
 */
final class Delivery {
    private Delivery() {}

    /** Fails where either side has gone; the client's connection is closed then, so that half is not taken for whole. */
    static Future<Void> of(Exchange exchange, ProxyResponse answer) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = request.response();
        long length = answer.getBody().length();
        boolean untold = length < 0 && hasBody(request, answer);
        boolean untilClosed = untold && request.version() == HttpVersion.HTTP_1_0;
        response.setStatusCode(answer.getStatusCode()).setStatusMessage(answer.getStatusMessage());
        MultiMap headers = answer.headers().remove(HttpHeaders.TRANSFER_ENCODING);
        response.headers().addAll(headers);
        response.setChunked(untold && !untilClosed);
        return answer.getBody().stream().pipe().endOnFailure(false).to(response).onComplete(sent -> {
            if (sent.failed() || untilClosed) {
                // Afterwards: where the client has gone, Netty is in the middle of failing a write.
                exchange.routing()
                        .vertx()
                        .runOnContext(later -> request.connection().close());
            }
        });
    }

    private static boolean hasBody(HttpServerRequest request, ProxyResponse answer) {
        int status = answer.getStatusCode();
        return request.method() != HttpMethod.HEAD && status != 204 && status != 304;
    }
}
