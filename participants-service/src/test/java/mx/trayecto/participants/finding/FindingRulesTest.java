package mx.trayecto.participants.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.finding.SyntheticWomen.Second;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is looked up and how it is weighed, without a database, among as many women as are promised. */
class FindingRulesTest {
    private static final Logger LOG = Logger.getLogger(FindingRulesTest.class);
    private static final long SEED = 20_250_308;
    private static final int WOMEN = 100_000;
    private static final int AGAIN = 2_000;
    private static final int[] NOBODY = {};

    private final SyntheticWomen people = new SyntheticWomen(SEED, WOMEN, AGAIN);
    private final List<Likeness> records = new ArrayList<>();

    private record Found(int earlier, int later) {}

    /** Every pair that shares a key and is probable. */
    private Set<Found> found() {
        people.women().forEach(this::register);
        people.seconds().forEach(second -> register(second.woman()));
        Map<Integer, int[]> sharing = new HashMap<>(); // by the keys' hashes: two keys in one only cost comparisons
        Set<Found> found = new HashSet<>();
        for (int later = 0; later < records.size(); later++) {
            Likeness her = records.get(later);
            Set<Integer> alike = new HashSet<>();
            for (String key : her.keys()) {
                int[] others = sharing.getOrDefault(key.hashCode(), NOBODY);
                Arrays.stream(others).forEach(alike::add);
                int[] more = Arrays.copyOf(others, others.length + 1);
                more[others.length] = later;
                sharing.put(key.hashCode(), more);
            }
            alike.remove(later); // where two keys of hers have one hash
            for (int earlier : alike) {
                if (Resemblance.of(records.get(earlier), her).probable()) {
                    found.add(new Found(earlier, later));
                }
            }
        }
        return found;
    }

    private void register(SyntheticWomen.Woman woman) {
        records.add(woman.likeness(new UUID(0, records.size())));
    }

    @Test
    void findSecondRecordsAndFewOthersAmongAHundredThousand() {
        Set<Found> found = found();
        int right = 0;
        Map<String, Integer> missed = new TreeMap<>();
        for (int i = 0; i < AGAIN; i++) {
            Second second = people.seconds().get(i);
            if (found.contains(new Found(second.of(), WOMEN + i))) {
                right++;
            } else {
                missed.merge(second.slips().stream().sorted().toList().toString(), 1, Integer::sum);
            }
        }
        double recall = right / (double) AGAIN;
        double precision = right / (double) found.size();
        LOG.infof("recall %.4f, precision %.4f, missed %s", recall, precision, missed);
        assertTrue(recall >= 0.95, "recall " + recall + ", missed " + missed);
        assertTrue(precision >= 0.9, "precision " + precision);
    }
}
