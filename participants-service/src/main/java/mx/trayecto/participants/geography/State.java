package mx.trayecto.participants.geography;

import java.util.Arrays;
import java.util.Optional;

/**
 * The 32 states in INEGI's order (Catálogo Único de Claves de Áreas Geoestadísticas), with the letters that a CURP
 * gives them (Instructivo Normativo, Annex 4). A code is text: a leading zero belongs to it.
 */
public enum State {
    AGUASCALIENTES("01", "AS", "Aguascalientes"),
    BAJA_CALIFORNIA("02", "BC", "Baja California"),
    BAJA_CALIFORNIA_SUR("03", "BS", "Baja California Sur"),
    CAMPECHE("04", "CC", "Campeche"),
    COAHUILA("05", "CL", "Coahuila de Zaragoza"),
    COLIMA("06", "CM", "Colima"),
    CHIAPAS("07", "CS", "Chiapas"),
    CHIHUAHUA("08", "CH", "Chihuahua"),
    CIUDAD_DE_MEXICO("09", "DF", "Ciudad de México"),
    DURANGO("10", "DG", "Durango"),
    GUANAJUATO("11", "GT", "Guanajuato"),
    GUERRERO("12", "GR", "Guerrero"),
    HIDALGO("13", "HG", "Hidalgo"),
    JALISCO("14", "JC", "Jalisco"),
    MEXICO("15", "MC", "México"),
    MICHOACAN("16", "MN", "Michoacán de Ocampo"),
    MORELOS("17", "MS", "Morelos"),
    NAYARIT("18", "NT", "Nayarit"),
    NUEVO_LEON("19", "NL", "Nuevo León"),
    OAXACA("20", "OC", "Oaxaca"),
    PUEBLA("21", "PL", "Puebla"),
    QUERETARO("22", "QT", "Querétaro"),
    QUINTANA_ROO("23", "QR", "Quintana Roo"),
    SAN_LUIS_POTOSI("24", "SP", "San Luis Potosí"),
    SINALOA("25", "SL", "Sinaloa"),
    SONORA("26", "SR", "Sonora"),
    TABASCO("27", "TC", "Tabasco"),
    TAMAULIPAS("28", "TS", "Tamaulipas"),
    TLAXCALA("29", "TL", "Tlaxcala"),
    VERACRUZ("30", "VZ", "Veracruz de Ignacio de la Llave"),
    YUCATAN("31", "YN", "Yucatán"),
    ZACATECAS("32", "ZS", "Zacatecas");

    /** What stands for a birth outside Mexico, both as a birth state here and in a CURP. */
    public static final String ABROAD = "NE";

    /** The form of a state code. */
    public static final String CODE = "^(0[1-9]|[12][0-9]|3[0-2])$";

    /** The form of a municipality code: its state's two digits and three of its own. */
    public static final String MUNICIPALITY_CODE = "^(0[1-9]|[12][0-9]|3[0-2])(?!000)[0-9]{3}$";

    /** The form of a locality code: its municipality's five digits and four of its own. */
    public static final String LOCALITY_CODE = "^(0[1-9]|[12][0-9]|3[0-2])(?!000)[0-9]{3}(?!0000)[0-9]{4}$";

    /** The form of a birth state: a state code, or {@link #ABROAD}. */
    public static final String BIRTH_STATE = "^(0[1-9]|[12][0-9]|3[0-2]|NE)$";

    private final String code;
    private final String letters;
    private final String officialName;

    State(String code, String letters, String officialName) {
        this.code = code;
        this.letters = letters;
        this.officialName = officialName;
    }

    /** Two digits, {@code 01} to {@code 32}. */
    public String code() {
        return code;
    }

    /** Two letters, as positions 12 and 13 of a CURP. */
    public String letters() {
        return letters;
    }

    /** The official name, in Spanish. */
    public String officialName() {
        return officialName;
    }

    /** The birth state that a CURP's letters name: a state code, {@link #ABROAD}, or nothing where they name none. */
    public static Optional<String> codeOf(String letters) {
        return letters.equals(ABROAD)
                ? Optional.of(ABROAD)
                : Arrays.stream(values())
                        .filter(state -> state.letters.equals(letters))
                        .map(State::code)
                        .findFirst();
    }
}
