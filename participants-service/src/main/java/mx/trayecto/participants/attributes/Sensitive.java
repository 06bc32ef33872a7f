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

    /** The sensitive attributes of which something is stated. */
    public static Set<String> stated(Attributes a) {
        Set<String> stated = new TreeSet<>(a.byName().keySet());
        stated.retainAll(NAMES);
        if (a.languages().equals(SPANISH)) {
            stated.remove("languages");
        }
        return stated;
    }

    /**
     * What is told of a woman whose stored sensitive attributes may not be used: those that were not spoken of stay.
     *
     * @param mentioned the attributes that were spoken of
     */
    public static Attributes kept(Attributes told, Attributes stored, Set<String> mentioned) {
        return new Attributes(
                told.gender(),
                told.civilStatus(),
                told.state(),
                told.municipality(),
                mentioned.contains("indigenous") ? told.indigenous() : stored.indigenous(),
                mentioned.contains("afroMexican") ? told.afroMexican() : stored.afroMexican(),
                mentioned.contains("disability") ? told.disability() : stored.disability(),
                mentioned.contains("languages") ? told.languages() : stored.languages(),
                told.schooling(),
                told.student(),
                told.incomeActivity(),
                told.mother(),
                told.headOfHousehold(),
                told.dependants(),
                mentioned.contains("migration") ? told.migration() : stored.migration(),
                told.barriers());
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
