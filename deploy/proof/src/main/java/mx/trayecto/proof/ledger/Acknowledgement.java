package mx.trayecto.proof.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * What a client was promised.
 *
 * @param resource id of what was made or changed
 * @param positions {@code topic/key/epoch.sequence}, comma-separated, as in Trayecto-Position; may be empty
 */
public record Acknowledgement(int status, String resource, long version, String positions) {

    public List<String> events() {
        return positions == null || positions.isEmpty()
                ? List.of()
                : Arrays.stream(positions.split(",")).map(String::strip).toList();
    }
}
