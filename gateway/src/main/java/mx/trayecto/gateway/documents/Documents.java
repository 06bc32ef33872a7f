package mx.trayecto.gateway.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import mx.trayecto.gateway.contract.PublishedContract;
import mx.trayecto.gateway.exchange.Exchange;
import mx.trayecto.gateway.problem.GatewayProblem;
import mx.trayecto.gateway.problem.Refusal;
import mx.trayecto.gateway.problem.Refusals;

/** The contract to download and to read. Everything comes from here; the page may load nothing from elsewhere. */
@ApplicationScoped
class Documents {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Asked for again each time, answered with 304 while unchanged. */
    private static final String REVALIDATE = "public, no-cache";

    private static final String A_DAY = "public, max-age=86400";

    @Inject
    PublishedContract contract;

    @Inject
    Refusals refusals;

    @Inject
    Vertx vertx;

    void serve(@Observes Router router) {
        serve(router, "/openapi.yaml", "application/yaml", REVALIDATE, contract::yaml);
        serve(router, "/openapi.json", "application/json", REVALIDATE, contract::json);
        serve(router, "/docs", "text/html; charset=utf-8", REVALIDATE, file("index.html"));
        serve(router, "/docs/reference.css", "text/css; charset=utf-8", A_DAY, file("reference.css"));
        serve(router, "/docs/reference.js", "text/javascript; charset=utf-8", A_DAY, file("reference.js"));
        serve(router, "/docs/swagger-ui.css", "text/css; charset=utf-8", A_DAY, file("swagger-ui.css"));
        serve(
                router,
                "/docs/swagger-ui-bundle.js",
                "text/javascript; charset=utf-8",
                A_DAY,
                file("swagger-ui-bundle.js"));
        // With a trailing slash the page's relative addresses would lead elsewhere.
        router.routeWithRegex(HttpMethod.GET, "/(docs/)?").handler(routing -> routing.redirect("/docs"));
    }

    private void serve(Router router, String path, String type, String caching, Supplier<byte[]> content) {
        // Read and zipped when first asked for: most gateways never are.
        var document = new Once<>(vertx, () -> Document.of(type, caching, content.get()));
        // An exact path: a plain one would take it with a trailing slash too.
        router.routeWithRegex(path.replace(".", "\\.")).handler(routing -> {
            HttpMethod method = routing.request().method();
            if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
                refusals.answer(
                        new Exchange(routing),
                        Refusal.of(GatewayProblem.METHOD_NOT_ALLOWED).header("Allow", "GET, HEAD"));
                return;
            }
            document.get().onSuccess(d -> answer(routing, d)).onFailure(routing::fail);
        });
    }

    private static void answer(RoutingContext routing, Document document) {
        HttpServerResponse response = routing.response()
                .putHeader(HttpHeaders.ETAG, document.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, document.caching())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        String known = routing.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && (known.contains(document.tag()) || known.equals("*"))) {
            response.setStatusCode(304).end();
            return;
        }
        String accepted = routing.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean zipped = accepted != null && accepted.contains("gzip");
        if (zipped) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, document.type())
                .end(zipped ? document.zipped() : document.plain());
    }

    private static Supplier<byte[]> file(String name) {
        return () -> {
            try (InputStream file =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream("docs/" + name)) {
                return file.readAllBytes();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }
}
