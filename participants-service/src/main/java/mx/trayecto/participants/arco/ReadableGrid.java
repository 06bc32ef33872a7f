package mx.trayecto.participants.arco;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Things of one kind as a table that a person reads: a column for each field that one of them has. */
final class ReadableGrid {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** In characters. */
    private static final int LINE = 110;

    private static final int PADDING = 3;
    private static final int LONGEST_WORD = 20;
    private static final int LONGEST_TEXT = 80;

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

    /** No word is broken as long as there is room; what is left goes to those who have more to say. */
    float[] widths(JsonNode items, List<String> columns) {
        List<String> cells = cells(items, columns);
        float[] words = new float[columns.size()];
        float[] more = new float[columns.size()];
        float left = LINE;
        float wanted = 0;
        for (int column = 0; column < words.length; column++) {
            List<String> texts = new ArrayList<>(List.of(wording.field(columns.get(column))));
            for (int cell = column; cell < cells.size(); cell += words.length) {
                texts.add(cells.get(cell));
            }
            words[column] = longest(texts, "\\s+", LONGEST_WORD) + PADDING;
            more[column] = Math.max(0, longest(texts, "\n", LONGEST_TEXT) + PADDING - words[column]);
            left -= words[column];
            wanted += more[column];
        }
        float share = wanted == 0 ? 0 : Math.clamp(left / wanted, 0, 1);
        for (int column = 0; column < words.length; column++) {
            words[column] += more[column] * share;
        }
        return words;
    }

    private static int longest(List<String> texts, String between, int most) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.split(between)))
                .mapToInt(part -> Math.min(part.length(), most))
                .max()
                .orElse(0);
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
