package mx.trayecto.participants.beneficiaries;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** A register of beneficiaries as it was declared. */
@Schema(name = "BeneficiaryRegister")
record RegisterView(
        UUID id,
        long version,
        String code,
        Bilingual title,
        UUID program,
        String dependency,
        String institution,
        String intraProgram,
        String legalBasis,
        LocalDate startsOn,
        LocalDate endsOn,

        @Schema(description = "What a reader of its layouts has to know")
        List<Bilingual> notes)
        implements Versioned {

    private static final Bilingual RESERVED = new Bilingual(
            "Los renglones con datos reservados son de personas cuya identidad no se publica: registros protegidos, menores"
                    + " de edad, datos bloqueados o suprimidos. Se escriben todos igual: sin nombre, sexo, edad ni"
                    + " lugar.",
            "Rows with reserved data are of people whose identity is not published: protected records, minors, data that"
                    + " are blocked or suppressed. All are written alike: without name, sex, age or place.");

    private static final Bilingual BY_LAW = new Bilingual(
            "Los nombres se publican porque la ley lo exige; no dependen del consentimiento.",
            "Names are public because the law requires it; they do not depend on consent.");

    private static final Bilingual BY_CONSENT = new Bilingual(
            "Ninguna ley exige publicar los nombres: aparecen solo los de quienes consienten compartir sus datos, mientras"
                    + " no lo retiren.",
            "No law requires names to be public: only those appear who consent to sharing their data, as long as they do"
                    + " not withdraw it.");

    private static final Bilingual BY_ALIAS = new Bilingual(
            "En el formato completo los registros protegidos aparecen con su alias y su entidad, sin ningún otro dato suyo.",
            "In the full layout protected records stand by alias and state, with nothing else of theirs.");

    private static final Bilingual UNKNOWN = new Bilingual(
            "Un importe vacío no se conoce o no existe; no equivale a cero.",
            "An empty amount is not known or there is none; it is no zero.");

    static RegisterView of(BeneficiaryRegister r) {
        return new RegisterView(
                r.id,
                r.version,
                r.code,
                r.title,
                r.programId,
                r.dependency,
                r.institution,
                r.intraProgram,
                r.legalBasis,
                r.startsOn,
                r.endsOn,
                List.of(r.legalBasis == null ? BY_CONSENT : BY_LAW, RESERVED, BY_ALIAS, UNKNOWN));
    }
}
