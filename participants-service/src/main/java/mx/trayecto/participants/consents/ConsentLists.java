package mx.trayecto.participants.consents;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.platform.text.Bilingual;

/** The codes of consents. A change of a code or a label raises the list's version. */
@ApplicationScoped
class ConsentLists implements CodeListSource {
    private static final List<CodeList> LISTS = List.of(
            CodeList.of(
                    "consent-purpose",
                    1,
                    new Bilingual("Finalidades del consentimiento", "Purposes of consent"),
                    Purpose.class),
            CodeList.of(
                    "consent-channel",
                    1,
                    new Bilingual("Medios del consentimiento", "Channels of consent"),
                    Channel.class));

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
