package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.problem.Bodies;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.tasks.BulkRowHandler;
import mx.trayecto.platform.tasks.ImportFile;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Registers or changes a person for each row, as a portal does by its reference, under the same rules. */
@ApplicationScoped
class ParticipantRows implements BulkRowHandler {
    static final String KIND = "participants";
    static final String SOURCE_SYSTEM = "sourceSystem";
    private static final String EXTERNAL_ID = "externalId";

    @Inject
    Participants participants;

    @Inject
    Intake intake;

    @Inject
    RegistrationRules rules;

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
            cells.check(file.columns(), List.of(SOURCE_SYSTEM, EXTERNAL_ID), EXTERNAL_ID);
        }
    }

    @Override
    public RowResult handle(ImportFile file, Row row) {
        Told told = told(file, row);
        Participants.Upserted upserted = participants.upsert(told.reference(), told.fields(), version -> {});
        database.flush();
        Participant p = upserted.participant();
        String externalId = told.reference().externalId();
        return upserted.created()
                ? RowResult.of(RowOutcome.CREATED, externalId, p.id)
                : p.version == upserted.before()
                        ? RowResult.of(RowOutcome.UNCHANGED, externalId, p.id)
                        : RowResult.updated(externalId, p.id, Forms.told(upserted.changed()));
    }

    @Override
    public Supplier<Map<Integer, RowResult>> prepare(ImportFile file, List<Row> rows) {
        Map<Integer, RowResult> rejected = new HashMap<>();
        List<Told> told = new ArrayList<>();
        for (Row row : rows) {
            try {
                Told whom = told(file, row);
                participants.admit(whom.reference(), whom.fields());
                told.add(whom);
            } catch (ProblemException refused) {
                rejected.put(row.line(), RowResult.rejected(externalId(file, row), refused));
            }
        }
        Supplier<Map<Integer, RowResult>> taking = intake.taking(told);
        return () -> {
            Map<Integer, RowResult> done = new HashMap<>(rejected);
            done.putAll(taking.get());
            return done;
        };
    }

    @Override
    public void became(ImportFile file, List<RowResult> results) {
        curps.refused(KIND, results);
    }

    private Told told(ImportFile file, Row row) {
        Reference reference = bodies.read(named(file, row), Reference.class);
        Faults faults = new Faults("");
        rules.reference(reference, "", faults);
        faults.refuse();
        ObjectNode told = row.cells() ? cells.told(row.fields()) : row.fields().deepCopy();
        told.remove(List.of(SOURCE_SYSTEM, EXTERNAL_ID));
        return new Told(row.line(), reference, told);
    }

    @Override
    public String externalId(ImportFile file, Row row) {
        try {
            return bodies.read(named(file, row), Reference.class).externalId();
        } catch (ProblemException namesNobody) {
            return null;
        }
    }

    /** The row's own source system, or the file's, or the portal's. */
    private JsonNode named(ImportFile file, Row row) {
        ObjectNode named = row.fields().objectNode();
        JsonNode own = row.fields().get(SOURCE_SYSTEM);
        String otherwise = file.options()
                .getOrDefault(SOURCE_SYSTEM, actor.get().sourceSystem().orElse(null));
        if (own != null) {
            named.set(SOURCE_SYSTEM, own);
        } else if (otherwise != null) {
            named.put(SOURCE_SYSTEM, otherwise);
        }
        JsonNode id = row.fields().get(EXTERNAL_ID);
        if (id != null) {
            named.set(EXTERNAL_ID, id);
        }
        return named;
    }
}
