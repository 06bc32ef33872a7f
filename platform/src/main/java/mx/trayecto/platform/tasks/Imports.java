package mx.trayecto.platform.tasks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.DoubtfulFile;
import mx.trayecto.platform.rows.Encoding;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.rows.RowReader;
import mx.trayecto.platform.rows.TextCheck;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Language;
import mx.trayecto.platform.writes.Writes;

/**
 * Bulk imports over HTTP: a file is taken whole or refused at once with the line that gives rise to doubt; then a task
 * carries out its rows.
 */
@ApplicationScoped
public class Imports {
    private static final int READ_AT_ONCE = 500;

    @Inject
    Uploads uploads;

    @Inject
    Tasks tasks;

    @Inject
    TaskWorker worker;

    @Inject
    Writes writes;

    @Inject
    CurrentActor actor;

    @Inject
    TasksConfig config;

    @Inject
    ObjectMapper json;

    @Context
    HttpHeaders headers;

    /** What is taken together with the file, and compared where a request is repeated. */
    private record Command(String sha256, Format format, Map<String, String> options, boolean dryRun) {}

    private record Looked(Encoding encoding, int rows, ImportFile file) {}

    /**
     * Takes a file: 202 with the task's Location.
     *
     * @param collection path of the tasks, such as {@code /v1/participants/imports}
     * @param options what the caller chose beside the file; null values are left out
     * @throws ProblemException 422 with the line, where the file is doubtful, has too many rows, or is not of this kind
     */
    public Response accept(
            String collection, RowHandler handler, InputStream body, Map<String, String> options, boolean dryRun) {
        Format format = Format.of(headers.getMediaType());
        UUID task = TenantEntity.newId();
        boolean taken = false;
        try {
            TextCheck check = new TextCheck(format);
            String sha256 = uploads.keep(task, body, check);
            Looked looked = look(handler, new ImportFile(task, format, List.of(), options, dryRun), check.encoding());
            Response answer = writes.accept(
                    collection,
                    new Command(sha256, format, options, dryRun),
                    () -> {
                        tasks.begin(handler.kind(), looked.file(), looked.encoding(), looked.rows());
                        return read(handler.kind(), task);
                    },
                    id -> read(handler.kind(), id));
            taken = ((TaskView) answer.getEntity()).id().equals(task);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (taken) {
                worker.wake();
            } else {
                QuarkusTransaction.requiringNew().run(() -> uploads.erase(task));
                uploads.forget(task);
            }
        }
    }

    /** Reads all rows once, so that all that is doubtful about them is told before any of it is done. */
    private Looked look(RowHandler handler, ImportFile sent, Encoding encoding) throws IOException {
        try (RowReader reader = RowReader.of(uploads.open(sent.task()), sent.format(), encoding, json)) {
            ImportFile file =
                    new ImportFile(sent.task(), sent.format(), reader.columns(), sent.options(), sent.dryRun());
            handler.check(file);
            int rows = 0;
            for (var row = reader.next(); row != null; row = reader.next()) {
                if (++rows > config.mostRows()) {
                    throw DoubtfulFile.at(
                            row.line(),
                            "too-many-rows",
                            "el archivo tiene más de " + config.mostRows() + " filas",
                            "the file has more than " + config.mostRows() + " rows");
                }
            }
            if (rows == 0) {
                throw DoubtfulFile.at(1, "empty", "no tiene filas", "has no rows");
            }
            return new Looked(encoding, rows, file);
        }
    }

    /**
     * How far a task has come; runs in the caller's transaction.
     *
     * @throws ProblemException 404 where it is absent, of another tenant or outside the actor's compartment
     */
    public TaskView read(String kind, UUID id) {
        return tasks.find(kind, id, language()).orElseThrow(ProblemException::notFound);
    }

    /** The results as far as they are there, one JSON object a line. */
    public Response results(String kind, UUID id) {
        QuarkusTransaction.requiringNew().run(() -> read(kind, id));
        Actor who = actor.get();
        Language language = language();
        StreamingOutput lines = output -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
            int after = 0;
            List<RowResultView> read;
            do {
                int from = after;
                read = actor.runAs(
                        who,
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> tasks.results(id, from, READ_AT_ONCE, language)));
                for (RowResultView result : read) {
                    writer.write(json.writeValueAsString(result));
                    writer.write('\n');
                    after = result.line();
                }
            } while (read.size() == READ_AT_ONCE);
            writer.flush();
        };
        return Response.ok(lines, Format.NDJSON_TYPE).build();
    }

    private Language language() {
        return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
