package mx.trayecto.participants.geography;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import mx.trayecto.participants.finding.Words;

/** Which region of a grouping is meant by a name: any that it bears or ever bore. */
final class RegionNames {
    private final String grouping;
    private final Map<String, String> codes = new HashMap<>();

    /** A name of a region. */
    record Name(String code, String state, String name) {}

    /** @param names of the grouping's regions; of two regions with one name the earlier in the list is meant */
    RegionNames(String grouping, List<Name> names) {
        this.grouping = grouping;
        names.forEach(name -> codes.putIfAbsent(key(name.state(), name.name()), name.code()));
    }

    String grouping() {
        return grouping;
    }

    /** The code of the region that an entry names; a new one, made of its name, where none of its names is known. */
    String code(String state, String name, String now) {
        String known = codes.get(key(state, name));
        if (known == null && now != null) {
            known = codes.get(key(state, now));
        }
        return known == null
                ? state + "-" + (grouping.equals(RegionCatalogue.USUAL) ? "" : grouping + "-") + slug(name)
                : known;
    }

    private static String key(String state, String name) {
        return state + " " + slug(name);
    }

    private static String slug(String name) {
        return String.join("-", Words.of(name)).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
    }
}
