package mx.trayecto.programs.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.eligibility.Verdict.Outcome;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.participant.Attribute;
import mx.trayecto.programs.program.Program;

/** Whom programmes are for: set version by version, and held against what is known of a woman. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Eligibility {
    private static final String ONE =
            "SELECT " + Asked.COLUMNS + " FROM known_participant k" + Asked.JOINED.formatted("?") + " WHERE k.id = ?";
    private static final String THEN = "SELECT " + Asked.COLUMNS + " FROM known_participant k"
            + Asked.JOINED.formatted("? AND e.rule_version = ?")
            + " WHERE k.id = ? AND (? OR k.merged_into IS NULL)";
    private static final int MOST_KEPT = 1_000;

    /** Conditions by rule; none is ever changed. */
    private final Map<UUID, List<Condition>> conditions = new ConcurrentHashMap<>();

    @Inject
    Reach reach;

    @Inject
    Expressions expressions;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    /**
     * Sets a new version.
     *
     * @throws ProblemException 422 where a condition is none, with where in it; 404 where there is no such programme
     */
    EligibilityView set(UUID program, SetEligibility command) {
        UUID tenant = reach.wholeTenant();
        requireProgram(program);
        References faults = new References();
        for (int i = 0; i < command.conditions().size(); i++) {
            String pointer = "/conditions/" + i + "/expression";
            expressions
                    .check(command.conditions().get(i).expression())
                    .ifPresent(fault -> faults.refuse(
                            pointer,
                            "expression",
                            "línea %d, columna %d: %s".formatted(fault.line(), fault.column(), fault.message()),
                            "line %d, column %d: %s".formatted(fault.line(), fault.column(), fault.message())));
        }
        faults.check();
        sql.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 3))", row -> null, "eligibility " + program);
        int before =
                EligibilityRule.newest(program).map(rule -> rule.ruleVersion).orElse(0);
        EligibilityRule rule = new EligibilityRule(tenant, program, before + 1, command);
        rule.persistAndFlush();
        return EligibilityView.of(rule);
    }

    /** @throws ProblemException 404 where there is no such programme, or it is for everybody */
    EligibilityView now(UUID program) {
        return EligibilityRule.newest(program).map(EligibilityView::of).orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException 404 where there is no such programme */
    void requireProgram(UUID program) {
        Program.find(program).orElseThrow(ProblemException::notFound);
    }

    /**
     * What a programme's rule asks for, and what is known of a woman: read along with something else.
     *
     * @param rule null where the programme is for everybody
     * @param conditions JSON, as {@link EligibilityRule} keeps them
     * @param known JSON, as {@link Attribute} keeps it; null where nothing is
     * @param hidden whether the answer must not tell what is known of her: she is protected, or whoever asks does not
     *     see her
     */
    public record Asked(UUID rule, int version, String conditions, String known, boolean hidden) {
        /** Of {@code known_participant k} and what is joined to it. */
        public static final String COLUMNS = "r.id, r.rule_version, r.conditions, s.attributes, k.protected";

        /**
         * The newest rule of a programme, whose id is to be put in, and the record that stands for {@code k} now: under
         * whichever of her ids a woman is named, she is judged by what is known of her.
         */
        public static final String JOINED = " LEFT JOIN LATERAL (SELECT e.id, e.rule_version, e.conditions"
                + " FROM eligibility_rule e WHERE e.program_id = %s ORDER BY e.rule_version DESC LIMIT 1) r ON true"
                + " LEFT JOIN LATERAL (WITH RECURSIVE line (merged_into, attributes) AS ("
                + "SELECT k.merged_into, k.attributes UNION SELECT n.merged_into, n.attributes"
                + " FROM known_participant n JOIN line ON n.id = line.merged_into)"
                + " SELECT attributes FROM line WHERE merged_into IS NULL) s ON true";

        /** The same for somebody who may not be told what is known of her. */
        public Asked hiddenIf(boolean more) {
            return more ? new Asked(rule, version, conditions, known, true) : this;
        }

        /** @param first number of the first column */
        public static Asked of(ResultSet row, int first) throws SQLException {
            return new Asked(
                    row.getObject(first, UUID.class),
                    row.getInt(first + 1),
                    row.getString(first + 2),
                    row.getString(first + 3),
                    row.getBoolean(first + 4));
        }
    }

    /**
     * Holds a programme's rule against what is known of a woman. Where that must not show, nobody is refused by it: a
     * refusal would tell what she is, so a person decides, as about everybody of whom something is not known.
     *
     * @param on the day that her age is of
     */
    public Verdict judge(Asked asked, LocalDate on) {
        if (asked.rule() == null) {
            return new Verdict(null, Outcome.ELIGIBLE, List.of());
        }
        Map<String, Object> known = known(asked.known(), on);
        Outcome outcome = Outcome.ELIGIBLE;
        List<Verdict.Unmet> unmet = new ArrayList<>();
        for (Condition condition : conditions(asked)) {
            Optional<Boolean> holds = expressions.holds(condition.expression(), known);
            if (holds.orElse(false)) {
                continue;
            }
            if (asked.hidden()) {
                return new Verdict(asked.version(), Outcome.UNDECIDED, List.of());
            }
            outcome = outcome == Outcome.NOT_ELIGIBLE || holds.isPresent() ? Outcome.NOT_ELIGIBLE : Outcome.UNDECIDED;
            unmet.add(new Verdict.Unmet(condition.code(), condition.reason(), holds.isEmpty()));
        }
        return new Verdict(asked.version(), outcome, unmet);
    }

    /**
     * @throws ProblemException 404 where there is no such programme, or no such participant is known; nor a protected one,
     *     nor one whom the caller has no enrolment of, unless all of the tenant is theirs
     */
    Verdict judge(UUID program, UUID participant, LocalDate on) {
        requireProgram(program);
        return judge(
                sql.first(ONE, row -> Asked.of(row, 1), program, participant)
                        .filter(asked -> !asked.hidden() && sees(participant))
                        .orElseThrow(ProblemException::notFound),
                on);
    }

    /**
     * Holds the rule that somebody was judged by against what is known of her today: what is not known any more, because
     * she took her consent back or it was suppressed, is not kept for the sake of the decision either.
     *
     * @param version which of the programme's rules
     * @param on the day she applied
     * @throws ProblemException 404 where she is protected; for whoever is limited to centres or to a portal also where
     *     another record stands for hers, which they may not see
     */
    public Verdict explain(UUID program, int version, UUID participant, LocalDate on) {
        return judge(
                sql.first(THEN, row -> Asked.of(row, 1), program, version, participant, reach.wholly())
                        .filter(asked -> !asked.hidden())
                        .orElseThrow(ProblemException::notFound),
                on);
    }

    /** Whether the caller may be told what is known of a woman: of all in the tenant, or of those enrolled with them. */
    public boolean sees(UUID participant) {
        return reach.wholly()
                || sql.first(
                                "SELECT 1 FROM enrollment WHERE participant_id = ? AND NOT record_hidden LIMIT 1",
                                row -> true,
                                participant)
                        .isPresent();
    }

    private List<Condition> conditions(Asked asked) {
        if (conditions.size() > MOST_KEPT) {
            conditions.clear();
        }
        return conditions.computeIfAbsent(asked.rule(), id -> List.of(read(asked.conditions(), Condition[].class)));
    }

    private Map<String, Object> known(String attributes, LocalDate on) {
        Map<String, Object> known =
                attributes == null ? new TreeMap<>() : Attribute.values(read(attributes, JsonNode.class));
        if (known.get(Attribute.BIRTH_YEAR.field()) instanceof Long year
                && known.get(Attribute.BIRTH_MONTH.field()) instanceof Long month) {
            LocalDate born = YearMonth.of(year.intValue(), month.intValue()).atDay(1);
            known.put(Expressions.AGE, (long) Period.between(born, on).getYears());
        }
        return known;
    }

    private <T> T read(String kept, Class<T> as) {
        try {
            return json.readValue(kept, as);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept cannot be read", e);
        }
    }
}
