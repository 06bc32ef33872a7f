package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Cells;
import mx.trayecto.platform.rows.DoubtfulFile;
import mx.trayecto.platform.rows.RecordColumns;

/**
 * What is told of a person in a table: the fields of a registration as columns, and for each purpose of consent
 * {@code consents.<purpose>.granted} with {@code .at}, {@code .noticeVersion} and {@code .channel} beside it.
 */
@ApplicationScoped
public class PersonCells {
    private static final RecordColumns TOLD = RecordColumns.of(RegisterParticipant.class);
    /** In a file every record stands by itself, and protected ones by alias. */
    private static final RecordColumns SHOWN =
            RecordColumns.of(ParticipantView.class).without("mergedInto", "identityAccess");

    private static final List<String> CONSENT = List.of("granted", "at", "noticeVersion", "channel");

    @Inject
    ObjectMapper json;

    @Inject
    RegistryConfig config;

    private volatile List<String> purposes;

    /**
     * Refuses a file with columns that are not known, or without one that must be there. They are told by number only:
     * where the heading is missing, the first row is somebody's data.
     *
     * @param besides columns that it may have besides those of a person
     * @throws ProblemException 422 where it is to be refused
     */
    public void check(List<String> columns, List<String> besides, String required) {
        Set<String> known = new TreeSet<>(columns());
        known.addAll(besides);
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!known.contains(columns.get(i))) {
                unknown.add(i + 1);
            }
        }
        if (!unknown.isEmpty()) {
            throw DoubtfulFile.at(
                    1,
                    "unknown-column",
                    "no se conocen las columnas " + unknown,
                    "the columns " + unknown + " are not known");
        }
        if (!columns.contains(required)) {
            throw DoubtfulFile.at(
                    1, "column-missing", "falta la columna " + required, "the column " + required + " is missing");
        }
    }

    /** The columns that an import may have, beside those of the reference. */
    Set<String> columns() {
        Set<String> names = new TreeSet<>(TOLD.names());
        purposes().forEach(purpose -> CONSENT.forEach(part -> names.add(column(purpose, part))));
        return names;
    }

    /** The JSON of a registration or a change. */
    public ObjectNode told(ObjectNode cells) {
        ObjectNode told = TOLD.json(cells);
        ArrayNode consents = json.createArrayNode();
        for (String purpose : purposes()) {
            if (cells.has(column(purpose, "granted"))) {
                consents.add(consent(cells, purpose));
            }
        }
        if (!consents.isEmpty()) {
            told.set("consents", consents);
        }
        return told;
    }

    private ObjectNode consent(ObjectNode cells, String purpose) {
        ObjectNode consent = json.createObjectNode().put("purpose", purpose);
        for (String part : CONSENT) {
            JsonNode cell = cells.path(column(purpose, part));
            if (!cell.isMissingNode()) {
                switch (part) {
                    case "granted" ->
                        Cells.flag(cell.asText())
                                .ifPresentOrElse(
                                        granted -> consent.put(part, granted), () -> consent.put(part, cell.asText()));
                    case "at" -> consent.put(part, instant(cell.asText()));
                    default -> consent.put(part, cell.asText());
                }
            }
        }
        return consent;
    }

    /** A day stands for its beginning, where the registry runs. */
    private String instant(String cell) {
        String day = Cells.date(cell);
        return day.matches("\\d{4}-\\d{2}-\\d{2}") ? begin(day) : cell;
    }

    private String begin(String day) {
        try {
            return LocalDate.parse(day).atStartOfDay(config.zone()).toInstant().toString();
        } catch (java.time.DateTimeException noSuchDay) {
            return day;
        }
    }

    /** The columns of an export. */
    List<String> shown() {
        List<String> names = new ArrayList<>(SHOWN.names());
        names.add("references");
        purposes().forEach(purpose -> names.add(column(purpose, "granted")));
        return names;
    }

    /** A person's cells in an export. */
    List<String> shown(ParticipantView view) {
        JsonNode told = json.valueToTree(view);
        List<String> cells = new ArrayList<>(SHOWN.cells(told));
        List<String> references = new ArrayList<>();
        told.path("references")
                .forEach(reference ->
                        references.add(reference.path("sourceSystem").asText() + "/"
                                + reference.path("externalId").asText()));
        cells.add(String.join("|", references));
        for (String purpose : purposes()) {
            JsonNode granted = told.path("consents").path(purpose);
            cells.add(granted.isMissingNode() ? "" : granted.asBoolean() ? "sí" : "no");
        }
        return cells;
    }

    private List<String> purposes() {
        List<String> names = purposes;
        if (names == null) {
            names = Arrays.stream(Purpose.values())
                    .map(purpose -> json.convertValue(purpose, String.class))
                    .toList();
            purposes = names;
        }
        return names;
    }

    private static String column(String purpose, String part) {
        return "consents." + purpose + "." + part;
    }
}
