package mx.trayecto.participants.curp;

/** What can be wrong with a CURP, alone or beside the fields it was given with. */
public enum CurpFault {
    FORM("curp-form", "no tiene la forma de una CURP", "does not have the form of a CURP"),
    WORD("curp-word", "empieza con una palabra que la CURP no admite", "begins with a word that a CURP cannot have"),
    DATE(
            "curp-date",
            "lleva una fecha que no existe o que aún no llega",
            "has a date that does not exist or is to come"),
    STATE("curp-state", "lleva una entidad que no existe", "has a state that does not exist"),
    HOMOCLAVE("curp-homoclave", "lleva una homoclave no admitida", "has a homoclave that is not allowed"),
    CHECK_DIGIT("curp-check-digit", "tiene un dígito verificador incorrecto", "has a wrong check digit"),
    SEX_NOT_ACCEPTED("curp-sex", "lleva un sexo que aquí no se admite", "has a sex that is not accepted here"),
    OTHER_DATE("curp-other-date", "no coincide con la CURP", "does not agree with the CURP"),
    OTHER_SEX("curp-other-sex", "no coincide con la CURP", "does not agree with the CURP"),
    OTHER_STATE("curp-other-state", "no coincide con la CURP", "does not agree with the CURP"),
    OTHER_LETTERS(
            "curp-letters",
            "las letras de la CURP no son las de los nombres dados; confirme ambos",
            "the letters of the CURP are not those of the names given; confirm both");

    private final String code;
    private final String es;
    private final String en;

    CurpFault(String code, String es, String en) {
        this.code = code;
        this.es = es;
        this.en = en;
    }

    /** Stable code, as told in {@code errors[].code} and {@code warnings[].code}. */
    public String code() {
        return code;
    }

    public String es() {
        return es;
    }

    public String en() {
        return en;
    }
}
