package mx.trayecto.participants.arco;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Things of one kind as a table that a person reads: a column for each field that one of them has. */
final class ReadableGrid {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Wording wording;
    private final ReadableRows rows;

    ReadableGrid(Wording wording, ReadableRows rows) {
        this.wording = wording;
        this.rows = rows;
    }

    /** In the order in which the fields first appear; without ids, which stand in the JSON, and codes shown in words. */
    List<String> columns(JsonNode items) {
        Set<String> columns = new LinkedHashSet<>();
        items.forEach(item -> item.properties().forEach(field -> {
            boolean shown = !wording.leftOut(field.getKey())
                    && !ReadableRows.labelled(item, field.getKey())
                    && !ID.matcher(field.getValue().asText()).matches();
            if (shown) {
                columns.add(field.getKey());
            }
        }));
        return List.copyOf(columns);
    }

    /** Row by row; what a thing does not have is empty. */
    List<String> cells(JsonNode items, List<String> columns) {
        List<String> cells = new ArrayList<>();
        items.forEach(item -> columns.forEach(field -> {
            String text = item.has(field) ? rows.cell(field, item.get(field)) : null;
            cells.add(text == null ? "" : text);
        }));
        return cells;
    }
}
