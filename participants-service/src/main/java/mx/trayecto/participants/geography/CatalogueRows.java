package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.finding.Words;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.ProblemType;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tasks.BulkRowHandler;
import mx.trayecto.platform.tasks.ImportFile;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;

/** Loads a catalogue: its rows are set aside as they are read, and take effect together, or not at all. */
@ApplicationScoped
class CatalogueRows implements BulkRowHandler {
    static final String KIND = "geography";
    static final String FROM = "validFrom";
    static final String RENAMED = "renamedFrom";
    static final String GROUPING = "grouping";

    private static final ProblemType ROWS_REJECTED =
            new ProblemType(422, "catalogue-rejected", "El catálogo no se cargó", "The catalogue was not loaded");
    private static final int LONGEST = 150;

    @Inject
    Sql sql;

    @Inject
    Staging staging;

    @Inject
    PlaceCatalogue places;

    @Inject
    RegionCatalogue regions;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void check(ImportFile file) {
        Catalogue kind = Catalogue.of(file.columns());
        boolean dated = file.options().containsKey(RENAMED);
        if (kind == Catalogue.REGIONS && Catalogue.renames(file.columns()) && !dated) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(RENAMED, "required", "es obligatorio con nombres nuevos", "is required with new names");
        }
    }

    @Override
    public RowResult handle(ImportFile file, Row row) {
        RowResult result = together(file, List.of(row)).get(row.line());
        if (result.problem() != null) {
            throw result.problem();
        }
        return result;
    }

    @Override
    public Supplier<Map<Integer, RowResult>> prepare(ImportFile file, List<Row> rows) {
        return () -> together(file, rows);
    }

    private Map<Integer, RowResult> together(ImportFile file, List<Row> rows) {
        Catalogue kind = Catalogue.of(file.columns());
        Map<Integer, RowResult> done = new HashMap<>();
        Map<Staging.Key, Row> told = new LinkedHashMap<>();
        for (Row row : rows) {
            Catalogue.Entry entry = kind.entry(row);
            ProblemException faults = faults(kind, entry);
            if (faults.hasErrors()) {
                done.put(row.line(), RowResult.rejected(externalId(file, row), faults));
            } else if (told.putIfAbsent(Staging.Key.of(entry), row) != null) {
                done.put(row.line(), repeated(entry));
            }
        }
        List<Catalogue.Entry> entries = told.values().stream().map(kind::entry).toList();
        Set<Staging.Key> staged = staging.add(file.task(), entries);
        Map<String, String> now = kind == Catalogue.REGIONS ? Map.of() : places.names(entries);
        RegionNames known = kind == Catalogue.REGIONS ? regions.known(grouping(file)) : null;
        told.forEach((key, row) -> {
            Catalogue.Entry entry = kind.entry(row);
            done.put(
                    row.line(),
                    !staged.contains(key)
                            ? repeated(entry)
                            : RowResult.of(
                                    kind == Catalogue.REGIONS
                                            ? regions.becomes(entry, known)
                                            : becomes(entry, now.get(entry.code())),
                                    key.toString(),
                                    null));
        });
        return done;
    }

    private static RowResult repeated(Catalogue.Entry entry) {
        return RowResult.rejected(
                entry.code(),
                ProblemException.of(CommonProblem.VALIDATION)
                        .error("/code", "repeated", "está repetida en el archivo", "is repeated in the file"));
    }

    @Override
    public String externalId(ImportFile file, Row row) {
        Catalogue kind = Catalogue.of(file.columns());
        String code = kind.entry(row).code();
        return code != null && code.matches(kind.code()) ? code : null;
    }

    private static ProblemException faults(Catalogue kind, Catalogue.Entry entry) {
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        if (entry.code() == null || !entry.code().matches(kind.code())) {
            faults.error("/code", "pattern", "no es una clave de INEGI", "is not a code of INEGI");
        }
        required(entry.name(), "/name", faults);
        if (kind == Catalogue.REGIONS) {
            required(entry.region(), "/region", faults);
        }
        return faults;
    }

    private static void required(String name, String pointer, ProblemException faults) {
        if (name == null || name.length() > LONGEST || Words.of(name).isEmpty()) {
            faults.error(pointer, "required", "debe ser un nombre", "must be a name");
        }
    }

    private static RowOutcome becomes(Catalogue.Entry entry, String now) {
        return now == null ? RowOutcome.CREATED : now.equals(entry.name()) ? RowOutcome.UNCHANGED : RowOutcome.UPDATED;
    }

    /** A row that was refused would look like a place that is gone: then nothing of the catalogue takes effect. */
    @Override
    public void finish(ImportFile file, int rejected) {
        if (rejected > 0) {
            throw ProblemException.of(ROWS_REJECTED)
                    .detail(
                            "Se rechazaron filas; corríjalas y envíe el catálogo otra vez.",
                            "Rows were rejected; mend them and send the catalogue again.");
        }
        if (file.dryRun()) {
            if (staging.repeated(file.task())) {
                throw ProblemException.of(ROWS_REJECTED)
                        .error("/code", "repeated", "hay claves repetidas en el archivo", "the file repeats codes");
            }
            return;
        }
        sql.list("SELECT set_config('app.loading', 'geography', true)", row -> null);
        LocalDate from = date(file, FROM);
        Catalogue kind = Catalogue.of(file.columns());
        if (kind == Catalogue.REGIONS) {
            regions.load(file.task(), grouping(file), from, date(file, RENAMED));
        } else {
            places.load(file.task(), kind, from);
        }
        staging.clear(file.task());
    }

    private static String grouping(ImportFile file) {
        return file.options().getOrDefault(GROUPING, RegionCatalogue.USUAL);
    }

    private static LocalDate date(ImportFile file, String option) {
        String told = file.options().get(option);
        return told == null ? null : LocalDate.parse(told);
    }
}
