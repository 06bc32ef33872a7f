package mx.trayecto.indicators.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.indicators.catalogue.Catalogue;
import mx.trayecto.indicators.figure.By;
import mx.trayecto.indicators.figure.FigureValue;
import mx.trayecto.platform.text.Bilingual;

/** Gives the cells of a breakdown the names that people read. */
@ApplicationScoped
class Labels {
    private static final Map<String, Bilingual> WORDS = Map.of(
            "notStated", new Bilingual("No especificado", "Not stated"),
            "female", new Bilingual("Mujeres", "Women"),
            "male", new Bilingual("Hombres", "Men"),
            "non-binary", new Bilingual("Personas no binarias", "Non-binary people"),
            "yes", new Bilingual("Sí", "Yes"),
            "no", new Bilingual("No", "No"),
            "true", new Bilingual("Con discapacidad", "With a disability"),
            "false", new Bilingual("Sin discapacidad", "Without a disability"));

    @Inject
    Catalogue catalogue;

    List<ValueCell> label(By by, SortedMap<String, FigureValue> cells) {
        Map<UUID, Catalogue.Name> names = switch (by) {
            case CENTER -> catalogue.known(Catalogue.Kind.CENTER, ids(cells));
            case INSTITUTION -> catalogue.known(Catalogue.Kind.ORGANIZATION, ids(cells));
            case COHORT -> catalogue.known(Catalogue.Kind.COHORT, ids(cells));
            default -> Map.of();
        };
        List<ValueCell> labelled = new ArrayList<>();
        cells.forEach((key, figure) -> {
            Catalogue.Name name = key.length() == 36 ? names.get(UUID.fromString(key)) : null;
            labelled.add(
                    name == null
                            ? ValueCell.of(key, null, WORDS.get(key), figure)
                            : ValueCell.of(key, by == By.INSTITUTION ? null : name.code(), name.title(), figure));
        });
        return labelled;
    }

    private static List<UUID> ids(SortedMap<String, FigureValue> cells) {
        return cells.keySet().stream()
                .filter(key -> key.length() == 36)
                .map(UUID::fromString)
                .toList();
    }
}
