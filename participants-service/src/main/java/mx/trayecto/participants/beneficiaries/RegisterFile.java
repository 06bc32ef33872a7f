package mx.trayecto.participants.beneficiaries;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.participants.registry.Beneficiary;
import mx.trayecto.participants.registry.Persons;
import mx.trayecto.participants.registry.Portions;
import mx.trayecto.platform.crypto.BlindIndex;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.rows.TableWriter;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Writes a register out as it is read, some rows at a time: memory does not grow with their number. Each portion is as
 * people and consents stand at that moment, so what somebody withdrew is not in it.
 */
@ApplicationScoped
class RegisterFile {
    @Inject
    Deliveries deliveries;

    @Inject
    Persons persons;

    @Inject
    CurrentActor actor;

    @Inject
    BlindIndex blind;

    @Inject
    ObjectMapper json;

    /** @param action the operation's name in the contract */
    StreamingOutput of(Format format, BeneficiaryRegister register, Layout layout, String action) {
        Actor who = actor.get();
        return to -> {
            if (format == Format.CSV) {
                try (TableWriter table = new TableWriter(to, layout.columns())) {
                    each(who, register, layout, action, table::row);
                }
            } else {
                lines(to, who, register, layout, action);
            }
        };
    }

    private void lines(OutputStream to, Actor who, BeneficiaryRegister register, Layout layout, String action)
            throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        List<String> columns = layout.columns();
        each(who, register, layout, action, cells -> {
            Map<String, String> row = new LinkedHashMap<>();
            IntStream.range(0, columns.size()).forEach(i -> row.put(columns.get(i), cells.get(i)));
            try {
                writer.write(json.writeValueAsString(row));
                writer.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
    }

    private void each(
            Actor who, BeneficiaryRegister register, Layout layout, String action, Consumer<List<String>> write) {
        LocalDate today = persons.today();
        Portions.each(
                (after, rows) -> actor.runAs(
                        who,
                        () -> QuarkusTransaction.requiringNew().call(() -> portion(register, after, rows, action))),
                row -> row.given().id(),
                row -> write.accept(layout.cells(register, row.given(), row.to(), today)));
    }

    private record Row(Deliveries.Given given, Beneficiary to) {}

    private List<Row> portion(BeneficiaryRegister register, UUID after, int rows, String action) {
        List<Deliveries.Given> given = deliveries.of(register, after, rows);
        Map<UUID, Beneficiary> people = persons.exported(
                action,
                given.stream().map(Deliveries.Given::participant).distinct().toList());
        return given.stream()
                .map(one -> new Row(one, untied(register, people.get(one.participant()))))
                .toList();
    }

    /** A protected record has an id of its own in each register: all her rows in it are one woman's, and nobody's else. */
    private Beneficiary untied(BeneficiaryRegister register, Beneficiary who) {
        if (who == null || !who.hidden()) {
            return who;
        }
        ByteBuffer token = ByteBuffer.wrap(blind.token("beneficiary-register", register.id + "\n" + who.id()));
        return who.under(new UUID(token.getLong(), token.getLong()));
    }
}
