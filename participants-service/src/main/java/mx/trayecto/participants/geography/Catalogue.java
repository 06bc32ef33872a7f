package mx.trayecto.participants.geography;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.DoubtfulFile;
import mx.trayecto.platform.rows.Row;

/**
 * What a catalogue file tells of, recognised by its columns: our own names, or those of INEGI's Catálogo Único de Claves
 * (AGEEML). Columns beyond those are passed over, since INEGI's files carry much else.
 */
enum Catalogue {
    REGIONS,
    LOCALITIES,
    MUNICIPALITIES;

    private static final Pattern NEW_NAME = Pattern.compile("region_official_since_\\d{4}");

    /** One place, or a municipality's membership of a region. */
    record Entry(String code, String name, String region, String regionNow) {
        String state() {
            return code.substring(0, 2);
        }
    }

    /**
     * What the columns make of a file.
     *
     * @throws ProblemException 422 where they make nothing of it
     */
    static Catalogue of(List<String> columns) {
        List<String> names =
                columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (names.contains("region") && names.contains("municipality_code")) {
            return REGIONS;
        }
        if (names.contains("locality_code") && names.contains("name")
                || names.containsAll(List.of("cve_ent", "cve_mun", "cve_loc", "nom_loc"))) {
            return LOCALITIES;
        }
        if (names.contains("municipality_code") && names.contains("name")
                || names.containsAll(List.of("cve_ent", "cve_mun", "nom_mun")) && !names.contains("cve_loc")) {
            return MUNICIPALITIES;
        }
        throw DoubtfulFile.at(
                1,
                "columns",
                "no tiene las columnas de un catálogo de municipios, localidades o regiones",
                "does not have the columns of a catalogue of municipalities, localities or regions");
    }

    /** Whether a file also tells regions' new names. */
    static boolean renames(List<String> columns) {
        return columns.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> NEW_NAME.matcher(name).matches());
    }

    /** A row's place; what the row does not tell is null. */
    Entry entry(Row row) {
        return switch (this) {
            case REGIONS ->
                new Entry(cell(row, "municipality_code"), cell(row, "name"), cell(row, "region"), newName(row));
            case LOCALITIES ->
                new Entry(
                        or(cell(row, "locality_code"), inegi(row, "cve_ent", "cve_mun", "cve_loc")),
                        or(cell(row, "nom_loc"), cell(row, "name")),
                        null,
                        null);
            case MUNICIPALITIES ->
                new Entry(
                        or(cell(row, "municipality_code"), inegi(row, "cve_ent", "cve_mun")),
                        or(cell(row, "nom_mun"), cell(row, "name")),
                        null,
                        null);
        };
    }

    /** The form of a code in this catalogue. */
    String code() {
        return this == LOCALITIES ? State.LOCALITY_CODE : State.MUNICIPALITY_CODE;
    }

    private static String or(String one, String other) {
        return one == null ? other : one;
    }

    private static String inegi(Row row, String... parts) {
        StringBuilder code = new StringBuilder();
        for (String part : parts) {
            String cell = cell(row, part);
            if (cell == null) {
                return null;
            }
            code.append(cell);
        }
        return code.toString();
    }

    private static String newName(Row row) {
        for (var field : row.fields().properties()) {
            Matcher name = NEW_NAME.matcher(field.getKey().toLowerCase(Locale.ROOT));
            if (name.matches()) {
                return field.getValue().asText();
            }
        }
        return null;
    }

    private static String cell(Row row, String column) {
        for (var field : row.fields().properties()) {
            if (field.getKey().equalsIgnoreCase(column)) {
                return field.getValue().asText();
            }
        }
        return null;
    }
}
