package mx.trayecto.programs.field;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** Follows the ids that a command names and tells all that lead nowhere at once (422). Absent and foreign read alike. */
public final class References {
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);

    /** What {@code id} names; null where it names nothing, which {@link #check} then tells. A null id is no reference. */
    public <T> T follow(String pointer, UUID id, Function<UUID, Optional<T>> find) {
        if (id == null) {
            return null;
        }
        Optional<T> found = find.apply(id);
        if (found.isEmpty()) {
            unknown(pointer);
        }
        return found.orElse(null);
    }

    /**
     * What a table names, by its id or as people call it; null where that is nothing or more than one.
     *
     * @param called all that are called so
     */
    public <T> T named(
            String pointer, String name, Function<UUID, Optional<T>> find, Function<String, List<T>> called) {
        if (name.matches(ID)) {
            return follow(pointer, UUID.fromString(name), find);
        }
        List<T> found = called.apply(name);
        if (found.size() > 1) {
            refuse(pointer, "ambiguous", "nombra a más de uno", "names more than one");
        } else if (found.isEmpty()) {
            unknown(pointer);
        }
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** What each id of a list names. */
    public <T> void followAll(String pointer, List<UUID> ids, Function<UUID, Optional<T>> find) {
        for (int i = 0; i < ids.size(); i++) {
            follow(pointer + "/" + i, ids.get(i), find);
        }
    }

    public References unknown(String pointer) {
        return refuse(pointer, "unknown-reference", "no nombra nada conocido", "names nothing known");
    }

    /** Another rule broken between things that are known. */
    public References refuse(String pointer, String code, String es, String en) {
        faults.error(pointer, code, es, en);
        return this;
    }

    /** What was refused, to be thrown. */
    public ProblemException refusal() {
        return faults;
    }

    /** Ends the command where anything was refused. */
    public void check() {
        if (faults.hasErrors()) {
            throw faults;
        }
    }
}
