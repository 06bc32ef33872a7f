package mx.trayecto.proof.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import mx.trayecto.proof.ledger.Entry;
import mx.trayecto.proof.ledger.Write;

/**
 * The figures of each cohort as the clients' ledger alone gives them: persons enrolled, trained (at least one attendance
 * or completion) and withdrawn, and hours attended.
 */
public final class Expected {
    private final Map<String, String> persons = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Map<String, Integer>> hours = new HashMap<>();
    private final Map<String, Set<String>> completed = new HashMap<>();

    /**
     * Figure and cohort, {@code trained/<cohort>}, to its number; a figure of nothing is absent.
     *
     * @param kept tells the ids of what was carried out without its client knowing
     */
    public static Map<String, String> of(List<Entry> effective, Kept kept) {
        Expected expected = new Expected();
        effective.forEach(entry -> expected.hear(entry, kept));
        return expected.figures();
    }

    private void hear(Entry entry, Kept kept) {
        Write write = entry.write();
        String cohort = write.about("cohort");
        String enrollment = write.about("enrollment");
        switch (write.kind()) {
            case "enroll" -> {
                persons.put(
                        entry.acknowledged()
                                ? entry.acknowledgement().resource()
                                : kept.resources().get(write.id()),
                        write.about("participant"));
                add("enrolled/" + cohort, write.about("participant"));
            }
            case "withdraw" -> add("withdrawn/" + cohort, persons.get(enrollment));
            case "complete" ->
                completed.computeIfAbsent(cohort, c -> new HashSet<>()).add(persons.get(enrollment));
            case "attend", "correct" ->
                hours.computeIfAbsent(cohort, c -> new HashMap<>())
                        .put(
                                write.about("session") + "/" + enrollment,
                                write.about("attended").equals("true") ? Integer.parseInt(write.about("hours")) : 0);
            default -> {
                // moves no figure
            }
        }
    }

    private void add(String figure, String person) {
        members.computeIfAbsent(figure, f -> new HashSet<>()).add(person);
    }

    private Map<String, String> figures() {
        completed.forEach((cohort, women) -> women.forEach(woman -> add("trained/" + cohort, woman)));
        Map<String, String> figures = new HashMap<>();
        hours.forEach((cohort, attended) -> {
            int sum = 0;
            for (var one : attended.entrySet()) {
                if (one.getValue() > 0) {
                    String enrollment = one.getKey().substring(one.getKey().indexOf('/') + 1);
                    add("trained/" + cohort, persons.get(enrollment));
                    sum += one.getValue();
                }
            }
            if (sum > 0) {
                figures.put("hours/" + cohort, Integer.toString(sum));
            }
        });
        members.forEach((figure, women) -> figures.put(figure, Integer.toString(women.size())));
        return figures;
    }
}
