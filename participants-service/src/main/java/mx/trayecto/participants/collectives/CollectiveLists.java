package mx.trayecto.participants.collectives;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.platform.text.Bilingual;

/** The codes of collectives. A change of a code or a label raises the list's version. */
@ApplicationScoped
class CollectiveLists implements CodeListSource {
    private static final List<CodeList> LISTS = List.of(
            CodeList.of(
                    "collective-kind",
                    1,
                    new Bilingual("Tipos de colectiva", "Kinds of collective"),
                    CollectiveKind.class),
            CodeList.of("collective-sector", 1, new Bilingual("Sectores", "Sectors"), Sector.class),
            CodeList.of("legal-form", 1, new Bilingual("Figuras jurídicas", "Legal forms"), LegalForm.class),
            CodeList.of(
                    "member-role",
                    1,
                    new Bilingual("Cargos en la colectiva", "Roles in a collective"),
                    MemberRole.class),
            CodeList.of(
                    "trademark-status",
                    1,
                    new Bilingual("Estado de la marca", "Status of a trademark"),
                    Trademark.Status.class));

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
