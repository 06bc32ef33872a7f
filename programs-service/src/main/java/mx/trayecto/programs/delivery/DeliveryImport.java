package mx.trayecto.programs.delivery;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Cells;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.tasks.ImportFile;
import mx.trayecto.platform.tasks.RecordRows;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;
import mx.trayecto.platform.text.Opaque;
import mx.trayecto.programs.enrollment.Enrollment;

/** Records the delivery of each row, once by its name in the table; its further steps are taken one by one. */
@ApplicationScoped
class DeliveryImport extends RecordRows<ImportDelivery> {
    private static final String PESOS = "MXN";

    @Inject
    Deliveries deliveries;

    DeliveryImport() {
        super("deliveries", ImportDelivery.class);
    }

    @Override
    protected RowResult take(ImportDelivery told) {
        Enrollment woman = told.locked();
        Optional<Delivery> before = Delivery.find(woman.id, told.externalId());
        if (before.isPresent()) {
            if (!before.get().says(told.command())) {
                throw ProblemException.of(DeliveryProblem.RECORDED);
            }
            return RowResult.of(RowOutcome.UNCHANGED, told.externalId(), before.get().id);
        }
        Delivery made = deliveries.record(woman.id, told.command(), told.externalId());
        return RowResult.of(RowOutcome.CREATED, told.externalId(), made.id);
    }

    @Override
    public String externalId(ImportFile file, Row row) {
        String id = row.fields().path("externalId").asText();
        return id.matches(ImportDelivery.EXTERNAL_ID) && !Opaque.Check.personal(id) ? id : null;
    }

    /** Amounts are written as people write them, and are in pesos where nothing else is said. */
    @Override
    protected ObjectNode json(ObjectNode cells) {
        ObjectNode told = super.json(cells);
        JsonNode amount = told.get("amount");
        if (amount instanceof ObjectNode money && money.has("amount")) {
            Cells.decimal(money.get("amount").asText())
                    .ifPresent(number -> money.put("amount", number.toPlainString()));
            if (!money.has("currency")) {
                money.put("currency", PESOS);
            }
        }
        return told;
    }
}
