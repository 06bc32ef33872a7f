package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.finding.Words;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;

/** Reads places and regions as they were on a day. Every call runs in the caller's transaction. */
@ApplicationScoped
class PlaceLookup {
    private static final String HOLDS = " valid_from <= ? AND (valid_until IS NULL OR valid_until > ?)";

    @Inject
    Sql sql;

    private record Member(String municipality, PlaceView.Region region) {}

    private record Place(String code, String name, LocalDate from, LocalDate until) {}

    /** Changes whenever a catalogue is loaded. */
    long version() {
        return sql.first("SELECT coalesce(max(number), 0) FROM geography_catalogue", row -> row.getLong(1))
                .orElse(0L);
    }

    /**
     * Places in order of codes.
     *
     * @param within how their codes begin: a state, or a municipality
     * @param digits of their codes
     * @param name a part of the name, in any case and with or without accents; may be null
     */
    List<PlaceView> places(String within, int digits, String name, LocalDate on, String after, int rows) {
        List<Place> found = sql.list(
                "SELECT code, name, valid_from, valid_until FROM geography_place WHERE code > ?"
                        + " AND left(code, ?) = ? AND length(code) = ? AND position(? IN plain) > 0 AND" + HOLDS
                        + " ORDER BY code LIMIT ?",
                row -> new Place(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)),
                after,
                within.length(),
                within,
                digits,
                plain(name),
                on,
                on,
                rows);
        Map<String, List<PlaceView.Region>> regions =
                regions(found.stream().map(Place::code).toList(), on);
        return found.stream()
                .map(place -> view(place, regions.getOrDefault(place.code(), List.of()), null, 0))
                .toList();
    }

    /** A place that any catalogue has known, under its name on a day, or else its last. */
    Optional<PlaceView> place(String code, LocalDate on) {
        List<Place> names = sql.list(
                "SELECT code, name, valid_from, valid_until FROM geography_place WHERE code = ? ORDER BY valid_from",
                row -> new Place(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)),
                code);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Place then = names.stream()
                .filter(name -> !name.from().isAfter(on)
                        && (name.until() == null || name.until().isAfter(on)))
                .findFirst()
                .orElse(names.getLast());
        List<PlaceView.Name> told = names.stream()
                .map(name -> new PlaceView.Name(name.name(), PlaceView.told(name.from()), name.until()))
                .toList();
        return Optional.of(view(then, regions(List.of(code), on).getOrDefault(code, List.of()), told, version()));
    }

    private static PlaceView view(
            Place place, List<PlaceView.Region> regions, List<PlaceView.Name> names, long version) {
        return new PlaceView(
                place.code(),
                place.code().substring(0, 2),
                place.name(),
                PlaceView.told(place.from()),
                place.until(),
                place.code().length() == 5 ? regions : null,
                names,
                version);
    }

    private Map<String, List<PlaceView.Region>> regions(List<String> municipalities, LocalDate on) {
        Map<String, List<PlaceView.Region>> found = new HashMap<>();
        sql.list(
                        "SELECT m.municipality, r.code, r.grouping, r.name FROM geography_region_member m"
                                + " JOIN geography_region r ON r.code = m.region WHERE m.municipality = ANY (?)"
                                + " AND m.valid_from <= ? AND (m.valid_until IS NULL OR m.valid_until > ?)"
                                + " AND r.valid_from <= ? AND (r.valid_until IS NULL OR r.valid_until > ?) ORDER BY r.code",
                        row -> new Member(
                                row.getString(1),
                                new PlaceView.Region(row.getString(2), row.getString(3), row.getString(4))),
                        Columns.of(municipalities).text(code -> code),
                        on,
                        on,
                        on,
                        on)
                .forEach(member -> found.computeIfAbsent(member.municipality(), code -> new ArrayList<>())
                        .add(member.region()));
        return found;
    }

    /**
     * The regions that a state, or every state, has on a day, in order of codes.
     *
     * @param name a part of any name that a region bears or bore, as of places; may be null
     */
    List<RegionView> regions(String state, String grouping, String name, LocalDate on) {
        record Named(String code, String grouping, String state, PlaceView.Name name) {}
        Map<String, List<Named>> names = new java.util.TreeMap<>();
        sql.list(
                        "SELECT code, grouping, state, name, valid_from, valid_until FROM geography_region"
                                + " WHERE (?::text IS NULL OR state = ?::text) AND (?::text IS NULL OR grouping = ?::text)"
                                + " ORDER BY code, valid_from",
                        row -> new Named(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                new PlaceView.Name(
                                        row.getString(4),
                                        PlaceView.told(row.getObject(5, LocalDate.class)),
                                        row.getObject(6, LocalDate.class))),
                        state,
                        state,
                        grouping,
                        grouping)
                .forEach(named -> names.computeIfAbsent(named.code(), code -> new ArrayList<>())
                        .add(named));
        Map<String, List<String>> members = members(on);
        return names.values().stream()
                .map(named -> {
                    List<PlaceView.Name> told = named.stream().map(Named::name).toList();
                    Named any = named.getFirst();
                    return new RegionView(
                            any.code(),
                            any.grouping(),
                            any.state(),
                            RegionView.on(told, on),
                            told,
                            members.getOrDefault(any.code(), List.of()));
                })
                .filter(region -> RegionView.exists(region.names(), on) && region.isCalled(plain(name)))
                .toList();
    }

    /** A part of a name as names are kept to be compared; that of every name where null. */
    private static String plain(String name) {
        return name == null ? "" : String.join(" ", Words.of(name));
    }

    private Map<String, List<String>> members(LocalDate on) {
        Map<String, List<String>> members = new HashMap<>();
        sql.list(
                        "SELECT region, municipality FROM geography_region_member WHERE" + HOLDS
                                + " ORDER BY region, municipality",
                        row -> new String[] {row.getString(1), row.getString(2)},
                        on,
                        on)
                .forEach(pair -> members.computeIfAbsent(pair[0], region -> new ArrayList<>())
                        .add(pair[1]));
        return members;
    }
}
