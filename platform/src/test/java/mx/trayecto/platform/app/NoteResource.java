package mx.trayecto.platform.app;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Publishes;
import mx.trayecto.platform.outbox.Topic;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.text.Name;
import mx.trayecto.platform.text.Text;
import mx.trayecto.platform.writes.Writes;

@Path("/v1/notes")
@RunOnVirtualThread
public class NoteResource {
    static final Topic NOTES = new Topic("trayecto.notes.v1", false);

    /** Of snapshots that nobody reads. */
    static final Topic SHELVES = new Topic("trayecto.shelves.v1", true);

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @Inject
    Outbox outbox;

    @Inject
    CurrentActor actor;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Vault vault;

    record WriteNote(
            @NotNull @Text(max = 40) String title,
            @Name String secret,
            @Max(9) Integer number,
            List<@Valid Line> lines) {
        record Line(@NotNull @Text(max = 10) String text) {}
    }

    record NoteView(UUID id, long version, String title, String secret) implements Versioned {}

    record NoteWritten(UUID note, String title) {}

    @Singleton
    static class Owned implements Publishes {
        @Override
        public List<Topic> topics() {
            return List.of(NOTES, SHELVES);
        }
    }

    @POST
    @RolesAllowed("notes:write")
    public Response writeNote(WriteNote command) {
        return writes.create("/v1/notes", command, () -> write(command), this::view);
    }

    private NoteView write(WriteNote command) {
        Note note = new Note(actor.get().tenant(), command.title());
        if (command.secret() != null) {
            note.sealed = vault.seal(note.id, command.secret());
        }
        note.persist();
        tell(note);
        return view(note.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"notes:read", "notes:write"})
    public Response readNote(@PathParam("id") UUID id) {
        return Answers.ok(view(id));
    }

    @GET
    @Transactional
    @RolesAllowed("notes:write")
    public Response listNotes(@BeanParam PageQuery query) {
        return pages.page(
                query,
                Map.of(),
                (after, rows) -> Note.<Note>find("id > ?1 order by id", after == null ? new UUID(0, 0) : after)
                        .page(0, rows)
                        .list(),
                note -> note.id,
                note -> new NoteView(note.id, note.version, note.title, null));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("notes:write")
    public Response patchNote(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> {
            Note note = find(id);
            preconditions.check(note.version);
            note.rename(merge.apply(new WriteNote(note.title, null, null, null), patch, WriteNote.class)
                    .title());
            tell(note);
            return view(id);
        });
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("notes:write")
    public Response deleteNote(@PathParam("id") UUID id) {
        return writes.delete(id, () -> {
            Note note = find(id);
            preconditions.check(note.version);
            note.delete();
        });
    }

    private void tell(Note note) {
        outbox.append(NOTES, note.id, "mx.trayecto.note.written.v1", new NoteWritten(note.id, note.title));
    }

    private static Note find(UUID id) {
        return Note.<Note>findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    private NoteView view(UUID id) {
        Note note = find(id);
        return new NoteView(
                note.id,
                note.version,
                note.title,
                note.sealed == null ? null : vault.open(note.id, note.sealed, String.class));
    }
}
