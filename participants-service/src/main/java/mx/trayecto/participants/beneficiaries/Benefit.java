package mx.trayecto.participants.beneficiaries;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.problem.Codes;
import mx.trayecto.platform.text.Bilingual;

/** What people are given besides training, as delivery events name it. */
enum Benefit implements Coded {
    @JsonProperty("stipend")
    STIPEND("Beca o apoyo económico", "Stipend"),
    @JsonProperty("credit")
    CREDIT("Crédito", "Credit"),
    @JsonProperty("seed-capital")
    SEED_CAPITAL("Capital semilla", "Seed capital"),
    @JsonProperty("supplies")
    SUPPLIES("Equipo o insumos", "Equipment or supplies"),
    @JsonProperty("trademark")
    TRADEMARK("Registro de marca", "Trademark registration"),
    @JsonProperty("fair")
    FAIR("Participación en feria", "Place at a fair"),
    @JsonProperty("platform-link")
    PLATFORM_LINK("Vinculación a una plataforma", "Link to a platform"),
    @JsonProperty("job")
    JOB("Empleo", "Job"),
    @JsonProperty("return-to-studies")
    RETURN_TO_STUDIES("Regreso a los estudios", "Return to studies"),
    @JsonProperty("other")
    OTHER("Otro apoyo", "Other support");

    private final Bilingual label;

    Benefit(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }

    /** What people read for a code; the code itself where it is newer than this list. */
    static String words(String code) {
        return Codes.read(Benefit.class, code)
                .map(benefit -> benefit.label.es())
                .orElse(code);
    }

    /** A change of a code or a label raises the list's version. */
    @ApplicationScoped
    static class Lists implements CodeListSource {
        private static final List<CodeList> LISTS =
                List.of(CodeList.of("benefit", 1, new Bilingual("Apoyos", "Benefits"), Benefit.class));

        @Override
        public List<CodeList> lists() {
            return LISTS;
        }
    }
}
