package mx.trayecto.platform.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import mx.trayecto.platform.crypto.BlindIndex;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/**
 * Keyset pages in order of registration. A cursor names the last row of its page and is sealed to tenant, caller's
 * compartment, list and filter: no other list takes it, and nothing can be read from it but where to go on.
 */
@ApplicationScoped
public class Pages {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    @Inject
    BlindIndex seals;

    @Context
    UriInfo uri;

    /**
     * One page.
     *
     * @param filter the list's filters by name; null values are filters not set
     * @param fetch rows with an id greater than the first argument (null at the start), by id ascending, at most the
     *     second argument
     */
    public <E, V> Response page(
            PageQuery query,
            Map<String, ?> filter,
            BiFunction<UUID, Integer, List<E>> fetch,
            Function<E, UUID> id,
            Function<E, V> view) {
        int limit = limit(query.limit);
        String list = uri.getPath() + new TreeMap<>(filter);
        List<E> rows = fetch.apply(query.cursor == null ? null : open(query.cursor, list), limit + 1);
        boolean more = rows.size() > limit;
        List<E> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? seal(id.apply(shown.getLast()), list) : null;
        Response.ResponseBuilder answer =
                Response.ok(new Page<>(shown.stream().map(view).toList(), next));
        if (next != null) {
            String target = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", next)
                    .build()
                    .getRawQuery();
            answer.header(HttpHeaders.LINK, "<" + uri.getPath() + "?" + target + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static int limit(String text) {
        int limit = text != null && text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > PageQuery.MOST) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("limit", "range", "debe ser un número de 1 a 200", "must be a number from 1 to 200");
        }
        return limit;
    }

    private String seal(UUID last, String list) {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .array();
        return TEXT.encodeToString(seals.sealed("cursor", list.getBytes(StandardCharsets.UTF_8), id));
    }

    private UUID open(String cursor, String list) {
        try {
            ByteBuffer id = ByteBuffer.wrap(seals.opened(
                    "cursor",
                    list.getBytes(StandardCharsets.UTF_8),
                    Base64.getUrlDecoder().decode(cursor)));
            return new UUID(id.getLong(), id.getLong());
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException foreign) {
            throw ProblemException.of(CommonProblem.CURSOR_INVALID);
        }
    }
}
