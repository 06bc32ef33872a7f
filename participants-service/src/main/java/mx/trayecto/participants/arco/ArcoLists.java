package mx.trayecto.participants.arco;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.platform.text.Bilingual;

/** The codes of requests under the rights over her data. A change of a code or a label raises the list's version. */
@ApplicationScoped
class ArcoLists implements CodeListSource {
    private static final List<CodeList> LISTS = List.of(
            CodeList.of("arco-kind", 1, new Bilingual("Derechos ARCO", "Data protection rights"), ArcoKind.class),
            CodeList.of(
                    "arco-status",
                    1,
                    new Bilingual("Estado de una solicitud ARCO", "Status of a data protection request"),
                    ArcoStatus.class),
            CodeList.of(
                    "arco-step",
                    1,
                    new Bilingual("Pasos de una solicitud ARCO", "Steps of a data protection request"),
                    Step.class),
            CodeList.of(
                    "arco-requester",
                    1,
                    new Bilingual("Quién ejerce el derecho", "Who exercises the right"),
                    Requester.class));

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
