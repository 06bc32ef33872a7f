package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    /** Most records that one search looks for by a kind of token: opening each takes its key. */
    private static final int CANDIDATES = 5_000;

    /** Records opened at a time: mostly the first ones suffice. */
    private static final int PAGE = 500;

    @Inject
    Sql database;

    @Inject
    CurrentActor actor;

    @Inject
    Tokens tokens;

    @Inject
    ParticipantViews views;

    /**
     * Whom a search found, in order of registration.
     *
     * @param more whether others fit, or may fit, who are not among them
     */
    record Hits(List<ParticipantView> people, boolean more) {}

    /**
     * Those who fit all criteria. By whole words and by sound first: three letters are shared by so many that who was
     * registered last would not be reached among them.
     *
     * @throws ProblemException 422 without a criterion, or with a name that has no words: it would fit everybody
     */
    Hits find(FindParticipants wanted) {
        if (!wanted.says()) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("", "required", "indique al menos un criterio", "give at least one criterion");
        }
        List<String> words = words(wanted.name());
        Set<UUID> fitting = new LinkedHashSet<>();
        Set<UUID> seen = new HashSet<>();
        boolean cut = look(wanted, words, tokens::whole, seen, fitting);
        if (!words.isEmpty() && fitting.size() <= wanted.limit()) {
            cut |= look(wanted, words, tokens::anyOf, seen, fitting);
        }
        List<UUID> found = fitting.stream()
                .limit(wanted.limit())
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        return new Hits(views.of(Participant.inOrder(found)), cut || fitting.size() > found.size());
    }

    /**
     * Looks through those who have tokens of every word, until one more fits than was asked for.
     *
     * @param seen who was looked at; those who are now are added
     * @param fitting the records that stand for those who fit, since a merged one is found by its own names too; added to
     * @return whether so many have them that some were not looked at
     */
    private boolean look(
            FindParticipants wanted,
            List<String> words,
            Function<String, Collection<byte[]>> having,
            Set<UUID> seen,
            Set<UUID> fitting) {
        List<UUID> all = candidates(wanted, words, having);
        List<UUID> unseen = all.stream().limit(CANDIDATES).filter(seen::add).toList();
        for (int at = 0; at < unseen.size() && fitting.size() <= wanted.limit(); at += PAGE) {
            List<Participant> page = Participant.inOrder(unseen.subList(at, Math.min(at + PAGE, unseen.size())));
            Map<UUID, UUID> standing =
                    page.stream().collect(Collectors.toMap(p -> p.id, p -> p.mergedInto == null ? p.id : p.mergedInto));
            views.of(page).stream()
                    .filter(view -> fits(view, words))
                    .forEach(view -> fitting.add(standing.get(view.id())));
        }
        return all.size() > CANDIDATES;
    }

    private static List<String> words(String name) {
        List<String> words = name == null ? List.of() : Words.of(name);
        if (name != null && words.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/name", "no-words", "debe tener al menos una palabra", "must have at least one word");
        }
        return words;
    }

    private List<UUID> candidates(
            FindParticipants wanted, List<String> words, Function<String, Collection<byte[]>> having) {
        StringBuilder sql =
                new StringBuilder("SELECT p.id FROM participant p WHERE p.tenant_id = ? AND NOT p.protected");
        List<Object> arguments = new ArrayList<>(List.of(actor.get().tenant()));
        words.forEach(word -> having(sql, arguments, having.apply(word).toArray(byte[][]::new)));
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
        return database.ids(sql + " ORDER BY p.id LIMIT " + (CANDIDATES + 1), arguments.toArray());
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
