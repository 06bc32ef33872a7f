package mx.trayecto.proof.load;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import mx.trayecto.local.demo.SyntheticCurp;

/**
 * A table of women who do not exist, as an institute that kept its register in a spreadsheet sends it. The same numbers
 * give the same women; no two of the first millions share a CURP.
 */
public final class WomenFile {
    /** Of each list no two have both their first letter and the consonant after it in common, which is what a CURP takes. */
    private static final String[] GIVEN = """
            Guadalupe Juana Margarita Verónica Leticia Rosa Teresa Yolanda Gabriela Patricia Silvia Claudia Norma Sandra
            Laura Carmen Gloria Luz Beatriz Rocío Mónica Daniela Karla Fernanda Brenda Blanca Catalina Susana Julia Lidia
            Rebeca Raquel Sofía Valeria Natalia Paola Perla Magdalena Zenaida Dolores Fabiola Cecilia Nayeli Noemí Jimena
            """.strip().split("\\s+");

    private static final String[] SURNAMES = """
            García Martínez López González Rodríguez Pérez Sánchez Ramírez Cruz Flores Gómez Vázquez Jiménez Reyes Díaz
            Torres Ruiz Mendoza Castillo Chávez Rivera Juárez Domínguez Herrera Medina Guzmán Velázquez Rojas Muñoz
            Contreras Salazar Luna Lara Soto Delgado Vega Nava Peña Campos Núñez Padilla Cabrera Pacheco Molina Zamora
            Zavala Bravo Beltrán Duarte Figueroa Franco Hidalgo Quintero Tovar Bautista Macías Mejía Meza Nieto Robles
            """.strip().split("\\s+");

    private static final String[] MUNICIPALITIES =
            "14002 14008 14039 14051 14063 14067 14070 14093 14097 14098 14101 14120".split(" ");
    private static final String[] SCHOOLING = {"primary", "secondary", "upper-secondary", "technical", "undergraduate"};
    private static final LocalDate FIRST_BORN = LocalDate.of(1958, 1, 1);
    private static final int DAYS = 15_013;

    private static final String HEADING = "externalId,givenName,firstSurname,secondSurname,birthDate,gender,birthState,"
            + "curp,residence.state,residence.municipality,phone,schooling,student,mother,headOfHousehold,dependants,"
            + "registeredOn,consents.contact.granted,consents.contact.at,consents.contact.noticeVersion,"
            + "consents.contact.channel\r\n";

    private WomenFile() {}

    /** CSV in UTF-8 of women from one number on. One in ten has no CURP. */
    public static byte[] of(int from, int count) {
        StringBuilder file = new StringBuilder(HEADING);
        for (int n = from; n < from + count; n++) {
            row(n, file);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void row(int n, StringBuilder file) {
        long names = n / DAYS * 61L + n % DAYS * 17L;
        String given = GIVEN[(int) (names % GIVEN.length)];
        String first = SURNAMES[(int) (names / GIVEN.length % SURNAMES.length)];
        String second = SURNAMES[(int) (names / GIVEN.length / SURNAMES.length % SURNAMES.length)];
        LocalDate born = FIRST_BORN.plusDays(n % DAYS);
        String curp = n % 10 == 0 ? "," : "14," + SyntheticCurp.of(given, first, second, born, "JC");
        file.append("W-").append(n).append(',');
        file.append(given).append(',').append(first).append(',').append(second).append(',');
        file.append(born).append(",female,").append(curp).append(",14,");
        file.append(MUNICIPALITIES[n % MUNICIPALITIES.length]);
        file.append(",33").append(10_000_000 + n * 7_919L % 89_999_999).append(',');
        file.append(SCHOOLING[n % SCHOOLING.length]).append(n % 7 == 0 ? ",sí," : ",no,");
        file.append(n % 5 == 0 ? "no," : "sí,")
                .append(n % 2 == 0 ? "sí," : "no,")
                .append(n % 5);
        file.append(",03/06/2024,sí,03/06/2024,2024-1,paper\r\n");
    }
}
