package mx.trayecto.programs;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.restassured.path.json.JsonPath;

import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;

/** A table of a state office, saved by Excel as it does in Mexico, and imported through the API. */
public final class Sheet {
    private final String token;
    private final String path;
    private final String heading;

    public Sheet(UUID tenant, String resource, String heading) {
        this(Tokens.of("imports:write", tenant), resource, heading);
    }

    public Sheet(String token, String resource, String heading) {
        this.token = token;
        this.path = "/v1/" + resource + "/imports";
        this.heading = heading;
    }

    /** State, rows, and how many of them were created, updated, unchanged, rejected. */
    public String imported(List<String> rows) {
        return Importing.told(Importing.done(token, begun("", rows)));
    }

    /** The same, of what would come of it. */
    public String tried(List<String> rows) {
        return Importing.told(Importing.done(token, begun("?dryRun=true", rows)));
    }

    /** For each row its line, and its outcome or where it is refused and why. */
    public List<String> results(List<String> rows) {
        return results(begun("", rows));
    }

    /** The same of lines of JSON. */
    public List<String> lines(String... lines) {
        return results(Importing.begun(
                token,
                path,
                "application/x-ndjson",
                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private String begun(String query, List<String> rows) {
        String file = heading + "\r\n" + String.join("\r\n", rows) + "\r\n";
        return Importing.begun(token, path + query, "text/csv", file.getBytes(Charset.forName("windows-1252")));
    }

    private List<String> results(String location) {
        Importing.done(token, location);
        return Importing.results(token, location).stream().map(Sheet::told).toList();
    }

    private static String told(JsonPath result) {
        List<String> codes = result.getList("problem.errors.code");
        List<String> pointers = result.getList("problem.errors.pointer");
        String why = codes == null ? result.getString("problem.code") : pointers.getFirst() + " " + codes.getFirst();
        return result.getInt("line") + " "
                + (result.getString("outcome").equals("rejected") ? why : result.getString("outcome"));
    }
}
