package mx.trayecto.participants.codelists;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All lists of codes of this service, whichever feature they are of. */
@ApplicationScoped
class CodeLists {
    @Inject
    @Any
    Instance<CodeListSource> sources;

    @Inject
    Editions editions;

    /** Each in its latest version, by name. */
    List<CodeList> all() {
        return sources.stream()
                .flatMap(source -> source.lists().stream())
                .sorted(Comparator.comparing(CodeList::name))
                .toList();
    }

    Optional<CodeList> find(String name) {
        return all().stream().filter(list -> list.name().equals(name)).findFirst();
    }

    /** A list in an earlier version, where that was kept. */
    Optional<CodeList> find(String name, int version) {
        return find(name)
                .flatMap(latest -> latest.version() == version
                        ? Optional.of(latest)
                        : editions.find(name, version)
                                .map(codes -> new CodeList(name, version, latest.title(), codes)));
    }
}
