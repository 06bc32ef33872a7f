package mx.trayecto.proof.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The declared tables as a recount of its facts gives them: every cell with its five numbers. */
public final class Cells {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private final Recount recount;
    private final Map<String, Sum> sums = new HashMap<>();

    private static final class Sum {
        private long facts;
        private BigDecimal quantity = BigDecimal.ZERO;
        private final Set<String> enrollments = new HashSet<>();
        private final Set<String> members = new HashSet<>();
    }

    private Cells(Recount recount) {
        this.recount = recount;
    }

    /** {@code tenant|counted|program|agreement|dimension|grain|start|value} to {@code facts/enrolments/members/quantity}. */
    public static Map<String, String> of(Recount recount) {
        Cells cells = new Cells(recount);
        recount.facts().values().forEach(cells::count);
        Map<String, String> told = new HashMap<>();
        cells.sums.forEach(
                (key, sum) -> told.put(key, text(sum.facts, sum.enrollments.size(), sum.members.size(), sum.quantity)));
        return told;
    }

    static String text(long facts, long enrollments, long members, BigDecimal quantity) {
        return facts + "/" + enrollments + "/" + members + "/"
                + quantity.stripTrailingZeros().toPlainString();
    }

    private void count(Fact fact) {
        Fact.Place place = place(fact);
        Traits traits = Traits.of(fact, recount.person(fact.tenant(), fact.participant()));
        Map<String, String> dimensions = Map.of(
                "total", "",
                "center", orNotStated(place.center()),
                "cohort", orNotStated(place.cohort()),
                "sex", traits.sex(),
                "ageGroup", traits.ageGroup(),
                "state", traits.state(),
                "municipality", traits.municipality());
        for (String counted : counted(fact)) {
            for (String program : withAll(place.program())) {
                for (String agreement : withAll(place.agreement())) {
                    String scope = fact.tenant() + "|" + counted + "|" + program + "|" + agreement + "|";
                    dimensions.forEach((dimension, value) -> periods(fact.on())
                            .forEach((grain, start) ->
                                    add(scope + dimension + "|" + grain + "|" + start + "|" + value, fact)));
                }
            }
        }
    }

    private void add(String key, Fact fact) {
        Sum sum = sums.computeIfAbsent(key, k -> new Sum());
        sum.facts++;
        if (fact.quantity() != null) {
            sum.quantity = sum.quantity.add(fact.quantity());
        }
        if (fact.enrollment() != null) {
            sum.enrollments.add(fact.enrollment());
        }
        sum.members.add(fact.participant() == null ? fact.subject() : fact.participant());
    }

    /** What happened in a centre stays there; to which programme a cohort belongs it says itself. */
    private Fact.Place place(Fact fact) {
        var cohort = fact.place().cohort() == null
                ? null
                : recount.cohort(fact.tenant(), fact.place().cohort());
        return cohort == null
                ? fact.place()
                : new Fact.Place(
                        Recount.text(cohort, "program"),
                        fact.place().cohort(),
                        fact.place().center() == null
                                ? Recount.text(cohort, "center")
                                : fact.place().center(),
                        Recount.text(cohort, "agreement"));
    }

    private static List<String> counted(Fact fact) {
        List<String> names = new ArrayList<>(List.of(fact.kind()));
        if (fact.kind().equals("attended") || fact.kind().equals("completed")) {
            names.add("trained");
        }
        if (!fact.variant().isEmpty()) {
            names.add(fact.kind() + ":" + fact.variant());
        }
        return names;
    }

    private static Set<String> withAll(String id) {
        Set<String> scopes = new LinkedHashSet<>(List.of(NONE));
        if (id != null) {
            scopes.add(id);
        }
        return scopes;
    }

    private static Map<String, LocalDate> periods(LocalDate on) {
        LocalDate month = on.withDayOfMonth(1);
        return Map.of(
                "month", month,
                "quarter", month.withMonth((on.getMonthValue() - 1) / 3 * 3 + 1),
                "half", month.withMonth(on.getMonthValue() < 7 ? 1 : 7),
                "year", month.withMonth(1),
                "all", LocalDate.of(1, 1, 1));
    }

    private static String orNotStated(String value) {
        return value == null ? Traits.NOT_STATED : value;
    }
}
