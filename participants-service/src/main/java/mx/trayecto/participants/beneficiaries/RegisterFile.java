package mx.trayecto.participants.beneficiaries;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private static final int AT_ONCE = 200;

    /** How long what was read of people may be written: what somebody withdrew is to be out of use in five seconds. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    Deliveries deliveries;

    @Inject
    Persons persons;

    @Inject
    CurrentActor actor;

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
        UUID after = null;
        boolean more;
        do {
            UUID from = after;
            long since = System.nanoTime();
            Portion read = actor.runAs(
                    who, () -> QuarkusTransaction.requiringNew().call(() -> portion(register, from, action)));
            more = read.given().size() == AT_ONCE;
            for (Deliveries.Given given : read.given()) {
                if (after != from && System.nanoTime() - since > FRESH.toNanos()) {
                    more = true; // who reads this is slow: the rest is read anew, as things stand by then
                    break;
                }
                write.accept(layout.cells(register, given, read.people().get(given.participant()), today));
                after = given.id();
            }
        } while (more);
    }

    private record Portion(List<Deliveries.Given> given, Map<UUID, Beneficiary> people) {}

    private Portion portion(BeneficiaryRegister register, UUID after, String action) {
        List<Deliveries.Given> given = deliveries.of(register, after, AT_ONCE);
        return new Portion(
                given,
                persons.exported(
                        action,
                        given.stream()
                                .map(Deliveries.Given::participant)
                                .distinct()
                                .toList()));
    }
}
