package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.curp.Curp;
import mx.trayecto.participants.finding.Tokens;
import mx.trayecto.participants.finding.Words;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Finds people by blind tokens. Protected records are never found: they have no tokens, and their CURP and references
 * are not looked at.
 */
@ApplicationScoped
class ParticipantSearch {
    /** Rows looked at for one search; who has a name this common is found by a second word. */
    private static final int CANDIDATES = 500;

    @Inject
    Sql database;

    @Inject
    CurrentActor actor;

    @Inject
    Tokens tokens;

    @Inject
    ParticipantViews views;

    /**
     * Those who fit all criteria, in order of registration.
     *
     * @throws ProblemException 422 without a criterion, or with a name that has no words: it would fit everybody
     */
    List<ParticipantView> find(FindParticipants wanted) {
        if (!wanted.says()) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("", "required", "indique al menos un criterio", "give at least one criterion");
        }
        List<String> words = words(wanted.name());
        List<Participant> candidates = candidates(wanted, words);
        List<ParticipantView> fitting =
                views.of(candidates).stream().filter(view -> fits(view, words)).toList();
        return standing(candidates, fitting).stream().limit(wanted.limit()).toList();
    }

    private static List<String> words(String name) {
        List<String> words = name == null ? List.of() : Words.of(name);
        if (name != null && words.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/name", "no-words", "debe tener al menos una palabra", "must have at least one word");
        }
        return words;
    }

    /** A merged record is found by its own names too, and answered by the one that stands for it. */
    private List<ParticipantView> standing(List<Participant> candidates, List<ParticipantView> fitting) {
        Map<UUID, UUID> mergedInto = new HashMap<>();
        candidates.stream().filter(p -> p.mergedInto != null).forEach(p -> mergedInto.put(p.id, p.mergedInto));
        return mergedInto.isEmpty()
                ? fitting
                : views.of(Participant.inOrder(fitting.stream()
                        .map(view -> mergedInto.getOrDefault(view.id(), view.id()))
                        .distinct()
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList()));
    }

    private List<Participant> candidates(FindParticipants wanted, List<String> words) {
        StringBuilder sql =
                new StringBuilder("SELECT p.id FROM participant p WHERE p.tenant_id = ? AND NOT p.protected");
        List<Object> arguments = new ArrayList<>(List.of(actor.get().tenant()));
        words.forEach(word -> having(sql, arguments, tokens.anyOf(word).toArray(byte[][]::new)));
        if (wanted.phone() != null) {
            having(sql, arguments, new byte[][] {tokens.phone(wanted.phone())});
        }
        if (wanted.curp() != null) {
            arguments.add(tokens.curp(Curp.normalised(wanted.curp())));
            sql.append(" AND p.curp_token = ?");
        }
        if (wanted.reference() != null) {
            arguments.add(wanted.reference().sourceSystem());
            arguments.add(wanted.reference().externalId());
            sql.append(" AND p.id IN (SELECT r.participant_id FROM external_reference r"
                    + " WHERE r.tenant_id = p.tenant_id AND r.source_system = ? AND r.external_id = ?)");
        }
        return Participant.inOrder(database.ids(sql + " ORDER BY p.id LIMIT " + CANDIDATES, arguments.toArray()));
    }

    private static void having(StringBuilder sql, List<Object> arguments, byte[][] anyOf) {
        arguments.add(anyOf);
        sql.append(" AND p.id IN (SELECT t.participant_id FROM search_token t"
                + " WHERE t.tenant_id = p.tenant_id AND t.token = ANY (?))");
    }

    /** A token of three letters finds more than was asked for. */
    private static boolean fits(ParticipantView view, List<String> words) {
        List<String> names = new ArrayList<>();
        for (String name : new String[] {view.givenName(), view.firstSurname(), view.secondSurname()}) {
            if (name != null) {
                names.addAll(Words.of(name));
            }
        }
        return words.stream().allMatch(word -> Tokens.has(names, word));
    }
}
