package mx.trayecto.bench;

import java.util.List;
import java.util.Map;

/**
 * What a benchmark came to.
 *
 * @param details everything that was measured on the way, as it goes into the JSON
 * @param remarks sentences for whoever reads the table
 */
public record Outcome(String name, List<Line> lines, Map<String, Object> details, List<String> remarks) {
    public boolean reached() {
        return lines.stream().allMatch(Line::reached);
    }
}
