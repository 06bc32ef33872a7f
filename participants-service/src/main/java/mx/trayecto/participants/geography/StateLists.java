package mx.trayecto.participants.geography;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.platform.text.Bilingual;

/** Where somebody can be born: a state by its official name, or abroad. A change raises the list's version. */
@ApplicationScoped
class StateLists implements CodeListSource {
    private static final List<CodeList> LISTS = List.of(new CodeList(
            "birth-state",
            1,
            new Bilingual("Entidad de nacimiento", "State of birth"),
            Stream.concat(
                            Arrays.stream(State.values())
                                    .map(state -> CodeList.Entry.of(
                                            state.code(), state.officialName(), state.officialName())),
                            Stream.of(CodeList.Entry.of(State.ABROAD, "Nacida en el extranjero", "Born abroad")))
                    .toList()));

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
