package mx.trayecto.participants.registry;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.rows.TableWriter;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Writes out people as they are read, some at a time: memory does not grow with their number. Protected records are in no
 * file, whoever asks: nobody knows where it goes, nor beside which older one it is laid.
 */
@ApplicationScoped
class ParticipantExport {
    @Inject
    ParticipantList list;

    @Inject
    ParticipantViews views;

    @Inject
    IdentityReads reads;

    @Inject
    PersonCells cells;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    StreamingOutput of(Format format, String state, String municipality) {
        Actor who = actor.get();
        return to -> {
            if (format == Format.CSV) {
                try (TableWriter table = new TableWriter(to, cells.shown())) {
                    each(who, state, municipality, view -> table.row(cells.shown(view)));
                }
            } else {
                lines(to, who, state, municipality);
            }
        };
    }

    private void lines(OutputStream to, Actor who, String state, String municipality) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        each(who, state, municipality, view -> {
            try {
                writer.write(json.writeValueAsString(view));
                writer.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
    }

    private void each(Actor who, String state, String municipality, Consumer<ParticipantView> write) {
        Portions.each(
                (after, rows) -> actor.runAs(
                        who,
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> reads.told(
                                        "listParticipants",
                                        views.exported(list.exported(after, rows, state, municipality))))),
                ParticipantView::id,
                write);
    }
}
