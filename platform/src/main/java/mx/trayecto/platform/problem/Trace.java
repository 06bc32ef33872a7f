package mx.trayecto.platform.problem;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/**
 * The W3C trace of the work in hand: of a request, taken from the caller's {@code traceparent} or made where there is
 * none, or of an event whose work is continued.
 */
@Provider
@PreMatching
public final class Trace implements ContainerRequestFilter {
    private static final String KEY = "traceparent";
    private static final ScopedValue<String> CONTINUED = ScopedValue.newInstance();
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    public void filter(ContainerRequestContext request) {
        routing().ifPresent(context -> MDC.put("traceId", id(parent(context))));
    }

    /** The trace's id (32 hex digits), or null where there is none. */
    public static String id() {
        String parent = parent();
        return parent == null ? null : id(parent);
    }

    /** The whole {@code traceparent}, or null where there is none. */
    public static String parent() {
        return CONTINUED.isBound()
                ? CONTINUED.get()
                : routing().map(Trace::parent).orElse(null);
    }

    /** Does work that goes on from an event; its log lines, events and audit entries carry the event's trace. */
    public static <T> T continuing(String parent, Supplier<T> work) {
        if (parent == null || !FORM.matcher(parent).matches()) {
            return work.get();
        }
        Object earlier = MDC.get("traceId");
        MDC.put("traceId", id(parent));
        try {
            return ScopedValue.where(CONTINUED, parent).call(work::get);
        } finally {
            if (earlier == null) {
                MDC.remove("traceId");
            } else {
                MDC.put("traceId", earlier);
            }
        }
    }

    private static String parent(RoutingContext context) {
        String known = context.get(KEY);
        if (known != null) {
            return known;
        }
        String sent = context.request().getHeader(KEY);
        String parent = sent != null && FORM.matcher(sent).matches() ? sent : fresh();
        context.put(KEY, parent);
        return parent;
    }

    private static String id(String parent) {
        return parent.substring(3, 35);
    }

    private static String fresh() {
        var random = ThreadLocalRandom.current();
        return "00-%016x%016x-%016x-01".formatted(random.nextLong(), random.nextLong() | 1, random.nextLong() | 1);
    }

    private static Optional<RoutingContext> routing() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return Optional.empty();
        }
        var current = container.instance(io.quarkus.vertx.http.runtime.CurrentVertxRequest.class);
        return current.isAvailable() ? Optional.ofNullable(current.get().getCurrent()) : Optional.empty();
    }
}
