package mx.trayecto.participants.breakglass;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.platform.text.Bilingual;

/** The codes of accesses to protected records. A change of a code or a label raises the list's version. */
@ApplicationScoped
class AccessLists implements CodeListSource {
    private static final List<CodeList> LISTS = List.of(
            CodeList.of(
                    "access-reason",
                    1,
                    new Bilingual("Motivos para abrir un registro protegido", "Reasons to open a protected record"),
                    AccessReason.class),
            CodeList.of(
                    "access-outcome",
                    1,
                    new Bilingual("Resultado de la revisión de un acceso", "Outcome of the review of an access"),
                    Outcome.class));

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
