package mx.trayecto.bench.commits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import mx.trayecto.proof.ProofFailure;

/**
 * The reference: the statements of one enrolment as pgbench repeats them. Which statements they are is compared with what
 * the service really sends, so that the reference cannot fall behind.
 */
final class Script {
    private static final String RESOURCE = "/mx/trayecto/bench/enrolment.sql";
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    private record Part(String sql, Map<Integer, String> parameters) {
        String filled() {
            return PARAMETER
                    .matcher(sql)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                            "(" + parameters.get(Integer.parseInt(found.group(1))) + ")"));
        }
    }

    private final List<String> variables = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    Script() {
        try (var resource = Script.class.getResourceAsStream(RESOURCE)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("\n\\s*\n")) {
                read(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String block) {
        StringBuilder sql = new StringBuilder();
        Map<Integer, String> parameters = new HashMap<>();
        for (String line : block.split("\n")) {
            if (line.startsWith("\\set")) {
                variables.add(line);
            } else if (line.startsWith("-- $")) {
                String[] sides = line.substring(4).split(" = ", 2);
                parameters.put(Integer.parseInt(sides[0]), sides[1]);
            } else if (!line.startsWith("--")) {
                sql.append(line).append(' ');
            }
        }
        if (!sql.isEmpty()) {
            parts.add(new Part(sql.toString().replaceAll("\\s+", " ").strip(), parameters));
        }
    }

    /** @throws ProofFailure where the service sends other statements than these */
    void requireSame(List<String> captured) {
        if (!sql().equals(captured)) {
            throw new ProofFailure("The service's statements are no longer those of the reference (" + RESOURCE
                    + "). It sends:\n\n" + String.join(";\n\n", captured) + "\n\nand the reference has:\n\n"
                    + String.join(";\n\n", sql()));
        }
    }

    List<String> sql() {
        return parts.stream().map(Part::sql).toList();
    }

    int statements() {
        return parts.size();
    }

    /** For pgbench. */
    String text() {
        StringBuilder script = new StringBuilder();
        variables.forEach(variable -> script.append(variable).append('\n'));
        script.append("BEGIN;\n");
        parts.forEach(part -> script.append(part.filled()).append(";\n"));
        return script.append("COMMIT;\n").toString();
    }
}
