package mx.trayecto.participants.applications;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.participants.registry.CurpTraces;
import mx.trayecto.participants.registry.PersonCells;
import mx.trayecto.platform.problem.Bodies;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.tasks.BulkRowHandler;
import mx.trayecto.platform.tasks.ImportFile;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Applies for a woman in each row, as a portal does in one call, under the same rules; a row that is known changes nothing. */
@ApplicationScoped
class ApplicationRows implements BulkRowHandler {
    static final String KIND = "applications";
    static final String COHORT = "cohort";
    private static final String EXTERNAL_ID = "externalId";
    private static final String SOURCE_SYSTEM = "sourceSystem";
    private static final String ON = "on";
    private static final String PARTICIPANT = "participant";
    private static final String REFERENCE = "reference";
    private static final String CONSENTS = "consents";

    @Inject
    Applications applications;

    @Inject
    PersonCells cells;

    @Inject
    Bodies bodies;

    @Inject
    CurrentActor actor;

    @Inject
    EntityManager database;

    @Inject
    CurpTraces curps;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void check(ImportFile file) {
        if (file.format() == Format.CSV) {
            cells.check(file.columns(), List.of(EXTERNAL_ID, SOURCE_SYSTEM, COHORT, ON), EXTERNAL_ID);
        }
    }

    @Override
    public RowResult handle(ImportFile file, Row row) {
        SubmitApplication command = bodies.read(command(file, row), SubmitApplication.class);
        UUID before = applications
                .made(new Applications.Submission(row.line(), command, null))
                .orElse(null);
        if (before != null) {
            return RowResult.of(RowOutcome.UNCHANGED, externalId(file, row), before);
        }
        ApplicationView made = applications.submit(command);
        database.flush();
        return RowResult.of(RowOutcome.CREATED, externalId(file, row), made.id());
    }

    @Override
    public Supplier<Map<Integer, RowResult>> prepare(ImportFile file, List<Row> rows) {
        Map<Integer, RowResult> refused = new HashMap<>();
        Map<Integer, String> ids = new HashMap<>();
        List<Applications.Submission> told = new ArrayList<>();
        for (Row row : rows) {
            ids.put(row.line(), externalId(file, row));
            try {
                ObjectNode command = command(file, row);
                told.add(new Applications.Submission(
                        row.line(),
                        bodies.read(command, SubmitApplication.class),
                        command.get(PARTICIPANT) instanceof ObjectNode person ? person : null));
            } catch (ProblemException problem) {
                refused.put(row.line(), RowResult.rejected(ids.get(row.line()), problem));
            }
        }
        return () -> {
            Map<Integer, RowResult> done = new HashMap<>(refused);
            Map<Integer, UUID> before = applications.made(told);
            before.forEach((line, id) -> done.put(line, RowResult.of(RowOutcome.UNCHANGED, ids.get(line), id)));
            applications
                    .submitStrangers(told.stream()
                            .filter(row -> !before.containsKey(row.line()))
                            .toList())
                    .forEach((line, id) -> done.put(line, RowResult.of(RowOutcome.CREATED, ids.get(line), id)));
            return done;
        };
    }

    @Override
    public void became(ImportFile file, List<RowResult> results) {
        curps.refused(KIND, results);
    }

    @Override
    public String externalId(ImportFile file, Row row) {
        JsonNode id = command(file, row).path(REFERENCE).path(EXTERNAL_ID);
        return id.isTextual() && id.textValue().matches(Reference.EXTERNAL_ID) ? id.textValue() : null;
    }

    /** The JSON of one call; the file's cohort and the portal's source system stand where a row names none. */
    private ObjectNode command(ImportFile file, Row row) {
        ObjectNode command =
                row.cells() ? fromCells(row.fields()) : row.fields().deepCopy();
        if (!command.hasNonNull(COHORT) && file.options().containsKey(COHORT)) {
            command.put(COHORT, file.options().get(COHORT));
        }
        if (command.get(REFERENCE) instanceof ObjectNode reference && !reference.hasNonNull(SOURCE_SYSTEM)) {
            actor.get().sourceSystem().ifPresent(own -> reference.put(SOURCE_SYSTEM, own));
        }
        return command;
    }

    private ObjectNode fromCells(ObjectNode row) {
        ObjectNode command = row.objectNode();
        ObjectNode person = row.deepCopy();
        for (String own : List.of(COHORT, ON)) {
            if (person.has(own)) {
                command.set(own, person.remove(own));
            }
        }
        ObjectNode reference = row.objectNode();
        for (String own : Set.of(SOURCE_SYSTEM, EXTERNAL_ID)) {
            if (person.has(own)) {
                reference.set(own, person.remove(own));
            }
        }
        ObjectNode told = cells.told(person);
        if (told.has(CONSENTS)) {
            command.set(CONSENTS, told.remove(CONSENTS));
        }
        command.set(REFERENCE, reference);
        command.set(PARTICIPANT, told);
        return command;
    }
}
