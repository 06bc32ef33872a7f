package mx.trayecto.platform.concurrency;

import jakarta.ws.rs.core.Response;

/** Answers that carry one resource. */
public final class Answers {
    private Answers() {}

    /** 200 with the resource and its ETag. */
    public static Response ok(Versioned view) {
        return Response.ok(view).tag(tag(view)).build();
    }

    /** The entity tag without quotes: {@code v7}, or {@code v7-variant}. */
    public static String tag(Versioned view) {
        return "v" + view.version() + (view.variant() == null ? "" : "-" + view.variant());
    }
}
