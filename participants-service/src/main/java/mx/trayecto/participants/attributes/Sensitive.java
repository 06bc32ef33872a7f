package mx.trayecto.participants.attributes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which attributes may be kept and used only with her express, written consent: ethnic origin, disability, migration
 * (LGPDPPSO, art. 3: sensitive data). Languages count, because an indigenous language tells her origin; Spanish alone
 * tells nothing.
 */
public final class Sensitive {
    public static final Set<String> NAMES = Set.of("indigenous", "afroMexican", "disability", "languages", "migration");

    private static final List<String> SPANISH = List.of("spa");

    private Sensitive() {}

    /** The sensitive attributes that {@code after} states and {@code before} (may be null) did not state so. */
    public static Set<String> added(Attributes before, Attributes after) {
        Set<String> added = new TreeSet<>();
        after.byName().forEach((name, value) -> {
            if (NAMES.contains(name)
                    && (before == null || !value.equals(before.byName().get(name)))) {
                added.add(name);
            }
        });
        if (after.languages().equals(SPANISH)) {
            added.remove("languages");
        }
        return added;
    }

    /** The attributes as they may be used without consent: what is sensitive counts as not stated. */
    public static Attributes without(Attributes a) {
        return new Attributes(
                a.gender(),
                a.civilStatus(),
                a.state(),
                a.municipality(),
                null,
                null,
                null,
                a.languages().equals(SPANISH) ? SPANISH : null,
                a.schooling(),
                a.student(),
                a.incomeActivity(),
                a.mother(),
                a.headOfHousehold(),
                a.dependants(),
                null,
                a.barriers());
    }
}
