package mx.trayecto.gateway.limits;

import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import mx.trayecto.gateway.contract.Operation;
import mx.trayecto.gateway.problem.GatewayProblem;
import mx.trayecto.gateway.problem.Refusal;

/** How much a request may carry. */
@Singleton
public class SizeLimits {
    private final long body;
    private final long importBody;
    private final long headers;
    private final long uri;

    @Inject
    SizeLimits(LimitsConfig config) {
        body = config.body().asLongValue();
        importBody = config.importBody().asLongValue();
        headers = config.headers().asLongValue();
        uri = config.uri().asLongValue();
    }

    /** The refusal of an overlong address or of too many headers; null where they fit. */
    public Refusal head(HttpServerRequest request) {
        if (request.uri().length() > uri) {
            return Refusal.of(GatewayProblem.URI_TOO_LONG);
        }
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size > headers ? Refusal.of(GatewayProblem.HEADERS_TOO_LARGE) : null;
    }

    /** The most bytes that an operation's body may have. */
    public long body(Operation operation) {
        return operation.isImport() ? importBody : body;
    }

    /** The refusal of a body that could not be counted, or whose length is told beforehand; null where it may come. */
    public Refusal announced(HttpServerRequest request, long limit) {
        String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (coding != null && !coding.equals("chunked")) {
            return Refusal.of(GatewayProblem.MALFORMED);
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && (length.length() > 18 || Long.parseLong(length) > limit) ? tooLarge(limit) : null;
    }

    /** The refusal of a body that turns out larger than the limit. */
    public static Refusal tooLarge(long limit) {
        return Refusal.of(GatewayProblem.TOO_LARGE)
                .detail(
                        "El cuerpo puede tener hasta " + limit + " bytes.",
                        "The body may have up to " + limit + " bytes.");
    }
}
