package mx.trayecto.participants.codelists;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Recollection;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.text.Bilingual;

/**
 * Languages that are spoken: Spanish and Mexican Sign Language are known from the start, the groupings of INALI once its
 * catalogue is loaded. Before that a grouping's form alone is checked. Any language of the world may be named in ISO
 * 639-3, of which no list is kept here: who migrated speaks more languages than Mexico has.
 */
@ApplicationScoped
public class Languages implements CodeListSource {
    static final String NAME = "languages";
    static final List<CodeList.Entry> KNOWN = List.of(
            CodeList.Entry.of("spa", "Español", "Spanish"),
            CodeList.Entry.of("mfs", "Lengua de señas mexicana", "Mexican Sign Language"));

    private static final Bilingual TITLE = new Bilingual("Lenguas", "Languages");
    private static final String UNKNOWN = "SELECT t.code FROM unnest(?::text[]) AS t (code)"
            + " CROSS JOIN (SELECT codes FROM code_list_edition WHERE list = ? ORDER BY version DESC LIMIT 1) e"
            + " WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(e.codes) known WHERE known ->> 'code' = t.code)";

    @Inject
    Editions editions;

    @Inject
    Recollection recollection;

    @Inject
    Sql sql;

    @Override
    public List<CodeList> lists() {
        List<CodeList.Entry> codes = new ArrayList<>(KNOWN);
        int version = editions.latest(NAME)
                .map(edition -> {
                    codes.clear();
                    codes.addAll(edition.codes());
                    return edition.version();
                })
                .orElse(0);
        return List.of(new CodeList(NAME, version, TITLE, List.copyOf(codes)));
    }

    /** Those of the groupings that the loaded catalogue does not know; none where nothing is loaded. */
    public Set<String> unknown(List<String> languages) {
        List<String> groupings =
                languages.stream().filter(code -> code.matches("[0-9]{4}")).toList();
        Map<String, Boolean> known = recollection.of(Languages.class);
        Set<String> fresh = new LinkedHashSet<>(groupings);
        fresh.removeAll(known.keySet());
        if (!fresh.isEmpty()) {
            fresh.forEach(code -> known.put(code, true));
            sql.list(UNKNOWN, row -> row.getString(1), Columns.of(fresh).text(code -> code), NAME)
                    .forEach(code -> known.put(code, false));
        }
        Set<String> unknown = new LinkedHashSet<>(groupings);
        unknown.removeIf(known::get);
        return unknown;
    }
}
