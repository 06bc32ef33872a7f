package mx.trayecto.platform.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One JSON object a line; empty lines are passed over. */
final class NdjsonRows extends RowReader {
    private final BufferedReader text;
    private final ObjectMapper json;
    private int line;

    NdjsonRows(BufferedReader text, ObjectMapper json) {
        this.text = text;
        this.json = json;
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Row next() throws IOException {
        String read = text.readLine();
        line++;
        while (read != null && read.isBlank()) {
            read = text.readLine();
            line++;
        }
        return read == null ? null : new Row(line, false, object(read));
    }

    private ObjectNode object(String read) {
        try {
            JsonNode node = json.readTree(read);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException | NumberFormatException broken) {
            // told below: what a parser says of it would repeat what stands there
        }
        throw DoubtfulFile.at(line, "malformed", "no es un objeto JSON", "is not a JSON object");
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
