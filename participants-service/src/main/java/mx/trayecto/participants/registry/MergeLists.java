package mx.trayecto.participants.registry;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.platform.text.Bilingual;

/** The codes of merges and their reversals. A change of a code or a label raises the list's version. */
@ApplicationScoped
class MergeLists implements CodeListSource {
    private static final List<CodeList> LISTS = List.of(
            CodeList.of(
                    "merge-reason",
                    1,
                    new Bilingual("Motivos para unir registros", "Reasons to merge records"),
                    MergeReason.class),
            CodeList.of(
                    "merge-reversal-reason",
                    1,
                    new Bilingual("Motivos para separar registros", "Reasons to part records"),
                    ReversalReason.class));

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
