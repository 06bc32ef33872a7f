package mx.trayecto.participants.duplicates;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.participants.finding.Trait;
import mx.trayecto.platform.text.Bilingual;

/** The codes of pairs of records that may be of one woman. A change of a code or a label raises the list's version. */
@ApplicationScoped
class DuplicateLists implements CodeListSource {
    private static final List<CodeList> LISTS = List.of(
            CodeList.of(
                    "duplicate-status",
                    1,
                    new Bilingual("Estado de un posible duplicado", "Status of a possible duplicate"),
                    DuplicateStatus.class),
            CodeList.of(
                    "duplicate-dismissal-reason",
                    1,
                    new Bilingual("Motivos para descartar un duplicado", "Reasons to dismiss a duplicate"),
                    DismissalReason.class),
            CodeList.of(
                    "duplicate-trait",
                    1,
                    new Bilingual("Por qué pueden ser de la misma persona", "Why they may be of the same person"),
                    Trait.class));

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
