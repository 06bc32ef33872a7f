package mx.trayecto.participants.codelists;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.rows.DoubtfulFile;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.rows.RowReader;
import mx.trayecto.platform.text.Bilingual;

/** INALI's catalogue of languages (Catálogo de las Lenguas Indígenas Nacionales) as a table, read and checked. */
@ApplicationScoped
class LanguageFile {
    private static final List<String> NEEDED = List.of("inali_code", "name_es");
    private static final int MOST_ROWS = 2_000;
    private static final int LONGEST = 150;

    @Inject
    ObjectMapper json;

    /**
     * The languages that are always known, and those of the file.
     *
     * @throws mx.trayecto.platform.problem.ProblemException 422 with the line where it is no such table
     */
    List<CodeList.Entry> read(byte[] file) {
        try (RowReader rows = RowReader.of(
                new ByteArrayInputStream(file),
                Format.CSV,
                RowReader.encoding(new ByteArrayInputStream(file), Format.CSV),
                json)) {
            if (!rows.columns().containsAll(NEEDED)) {
                throw DoubtfulFile.at(
                        1, "columns", "faltan las columnas " + NEEDED, "the columns " + NEEDED + " are missing");
            }
            List<CodeList.Entry> codes = new ArrayList<>(Languages.KNOWN);
            Set<String> seen = new HashSet<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                CodeList.Entry entry = entry(row);
                if (!seen.add(entry.code())) {
                    throw DoubtfulFile.at(row.line(), "repeated", "la clave está repetida", "the code is repeated");
                }
                if (seen.size() > MOST_ROWS) {
                    throw DoubtfulFile.at(row.line(), "too-many", "son demasiadas filas", "there are too many rows");
                }
                codes.add(entry);
            }
            if (seen.isEmpty()) {
                throw DoubtfulFile.at(1, "empty", "no tiene filas", "it has no rows");
            }
            return List.copyOf(codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodeList.Entry entry(Row row) {
        String code = cell(row, "inali_code");
        String name = cell(row, "name_es");
        String family = cell(row, "family_es");
        String iso = cell(row, "iso639_3");
        if (code == null || !code.matches("[0-9]{4}")) {
            throw DoubtfulFile.at(row.line(), "pattern", "no es una clave del INALI", "is not a code of INALI");
        }
        if (name == null || name.length() > LONGEST || family != null && family.length() > LONGEST) {
            throw DoubtfulFile.at(row.line(), "required", "falta un nombre legible", "a readable name is missing");
        }
        boolean single = iso != null && iso.matches("[a-z]{3}"); // INALI groups what ISO 639-3 tells apart
        return new CodeList.Entry(
                code,
                both(name, cell(row, "name_en")),
                family == null ? null : both(family, cell(row, "family_en")),
                single ? iso : null);
    }

    /** INALI has no English names; a language's own is the same in both. */
    private static Bilingual both(String es, String en) {
        return new Bilingual(es, en == null ? es : en);
    }

    private static String cell(Row row, String column) {
        JsonNode cell = row.fields().get(column);
        return cell == null || cell.asText().isBlank() ? null : cell.asText().strip();
    }
}
