package mx.trayecto.platform.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RecordColumnsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private enum Code {
        ONE
    }

    private record Place(String state, Integer floor) {}

    private record Person(
            String name,
            LocalDate born,
            @JsonProperty("protected") Boolean hidden,
            Place lives,
            List<String> languages,
            List<Code> codes,
            List<Place> others,
            Map<String, String> more,
            @JsonIgnore String secret) {}

    private final RecordColumns columns = RecordColumns.of(Person.class);

    @Test
    void aRecordsFieldsAreColumnsAndThoseOfRecordsWithinStandBehindADot() {
        assertEquals(
                List.of("name", "born", "protected", "lives.state", "lives.floor", "languages", "codes"),
                List.copyOf(columns.names()));
    }

    @Test
    void cellsBecomeTheRecordsJson() throws IOException {
        ObjectNode cells = (ObjectNode) JSON.readTree("""
                {"name":"Ana","born":"17/05/1990","protected":"Sí","lives.state":"14","lives.floor":"3",
                 "languages":"spa| nah|","unknown":"x"}""");
        assertEquals(JSON.readTree("""
                {"name":"Ana","born":"1990-05-17","protected":true,"lives":{"state":"14","floor":3},
                 "languages":["spa","nah"]}"""), columns.json(cells));
    }

    @Test
    void whatCannotBeReadStaysAsItIsToBeRefusedLater() throws IOException {
        ObjectNode cells =
                (ObjectNode) JSON.readTree("{\"born\":\"mayo\",\"protected\":\"quizá\",\"lives.floor\":\"3.5\"}");
        assertEquals(
                JSON.readTree("{\"born\":\"mayo\",\"protected\":\"quizá\",\"lives\":{\"floor\":\"3.5\"}}"),
                columns.json(cells));
    }

    @Test
    void aTableIsWrittenAsSpreadsheetsReadIt() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = new TableWriter(file, List.copyOf(columns.names()))) {
            table.row(columns.cells(JSON.readTree("""
                    {"name":"=1+1, \\"x\\"","protected":false,"lives":{"floor":3},"languages":["spa","nah"]}""")));
        }
        assertEquals(
                "\uFEFFname,born,protected,lives.state,lives.floor,languages,codes\r\n"
                        + "\"'=1+1, \"\"x\"\"\",,no,,3,spa|nah,\r\n",
                file.toString(StandardCharsets.UTF_8));
    }
}
