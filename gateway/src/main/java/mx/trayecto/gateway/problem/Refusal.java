package mx.trayecto.gateway.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;

import mx.trayecto.gateway.exchange.Exchange;

/** A request that the gateway does not pass on or cannot answer, in the shape that the services use too (RFC 9457). */
public final class Refusal {
    private static final List<Locale> SPOKEN = List.of(Locale.of("es"), Locale.of("en"));

    private final GatewayProblem problem;
    private final List<String> headers = new ArrayList<>(4);
    private String es;
    private String en;

    private Refusal(GatewayProblem problem) {
        this.problem = problem;
    }

    public static Refusal of(GatewayProblem problem) {
        return new Refusal(problem);
    }

    /** What happened here, never with what was submitted. */
    public Refusal detail(String es, String en) {
        this.es = es;
        this.en = en;
        return this;
    }

    public Refusal header(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    public int status() {
        return problem.status();
    }

    /** Writes its headers and gives its body. */
    public Buffer describe(Exchange exchange, MultiMap answer) {
        boolean english = prefersEnglish(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        JsonObject body = new JsonObject()
                .put("type", "/problems/" + problem.code())
                .put("title", problem.title(english))
                .put("status", problem.status());
        if (es != null) {
            body.put("detail", english ? en : es);
        }
        String trace = exchange.trace().id();
        body.put("instance", "urn:trayecto:request:" + trace)
                .put("code", problem.code())
                .put("traceId", trace);
        answer.set(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        answer.set(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "es");
        answer.set(HttpHeaders.CACHE_CONTROL, "no-store");
        for (int i = 0; i < headers.size(); i += 2) {
            answer.set(headers.get(i), headers.get(i + 1));
        }
        return body.toBuffer();
    }

    /** Spanish unless the caller prefers English; what cannot be read is no preference. */
    private static boolean prefersEnglish(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return false;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return best != null && best.getLanguage().equals("en");
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
