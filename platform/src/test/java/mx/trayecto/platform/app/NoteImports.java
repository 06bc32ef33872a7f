package mx.trayecto.platform.app;

import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tasks.BulkRowHandler;
import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tasks.ImportFile;
import mx.trayecto.platform.tasks.ImportResource;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Imports notes: some titles are refused, one breaks, one breaks a rule of the database. Those that begin with "many" are
 * done together.
 */
@Path("/v1/notes/imports")
@RolesAllowed("notes:write")
@RunOnVirtualThread
public class NoteImports extends ImportResource {
    NoteImports(NoteRows rows) {
        super(rows);
    }

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    public Response importNotes(@BeanParam DryRunQuery query, InputStream body) {
        return taken(body, query, Map.of());
    }

    @ApplicationScoped
    static class NoteRows implements BulkRowHandler {
        @Inject
        CurrentActor actor;

        @Inject
        Sql sql;

        @Override
        public String kind() {
            return "notes";
        }

        @Override
        public void check(ImportFile file) {
            if (!file.columns().isEmpty() && !file.columns().equals(List.of("title"))) {
                throw ProblemException.of(CommonProblem.VALIDATION).error("/1", "columns", "no son", "are not");
            }
        }

        @Override
        public RowResult handle(ImportFile file, Row row) {
            String title = row.fields().path("title").asText();
            switch (title) {
                case "refused" ->
                    throw ProblemException.of(CommonProblem.VALIDATION).error("/title", "refused", "no", "no");
                case "broken", "many broken" -> throw new IllegalArgumentException("a fault of the code");
                case "spoiled", "many spoiled" -> {
                    Note note = new Note(actor.get().tenant(), null);
                    note.persistAndFlush();
                }
                default -> {
                    // an ordinary note
                }
            }
            List<UUID> known = known(title);
            if (!known.isEmpty()) {
                return RowResult.of(RowOutcome.UNCHANGED, title, known.getFirst());
            }
            Note note = new Note(actor.get().tenant(), title);
            note.persist();
            return RowResult.of(RowOutcome.CREATED, title, note.id);
        }

        @Override
        public Supplier<Map<Integer, RowResult>> prepare(ImportFile file, List<Row> rows) {
            return () -> together(rows);
        }

        private Map<Integer, RowResult> together(List<Row> rows) {
            Map<String, Integer> many = new LinkedHashMap<>();
            for (Row row : rows) {
                String title = row.fields().path("title").asText();
                if (title.startsWith("many") && known(title).isEmpty()) {
                    many.putIfAbsent(title, row.line());
                }
            }
            Map<Integer, RowResult> done = new HashMap<>();
            many.forEach((title, line) -> {
                if (title.equals("many broken")) {
                    throw new IllegalArgumentException("a fault of the code");
                }
                Note note = new Note(actor.get().tenant(), title.equals("many spoiled") ? null : title);
                note.persist();
                done.put(line, RowResult.of(RowOutcome.CREATED, title, note.id));
            });
            return done;
        }

        private List<UUID> known(String title) {
            return sql.ids(
                    "SELECT id FROM note WHERE tenant_id = ? AND title = ?",
                    actor.get().tenant(),
                    title);
        }
    }
}
