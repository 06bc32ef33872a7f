package mx.trayecto.participants.finding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Made-up women with names as frequent as in Mexico, their sisters, twins and daughters among them, and second records of
 * some of them with the mistakes that registrations have. The same seed makes the same women.
 */
public final class SyntheticWomen {
    /** By frequency, most frequent first; the first ones are borne by one in 25 to 50. */
    private static final String[] SURNAMES = """
            Hernández García Martínez López González Rodríguez Pérez Sánchez Ramírez Cruz Flores Gómez Morales Vázquez
            Jiménez Reyes Díaz Torres Gutiérrez Ruiz Mendoza Aguilar Ortiz Moreno Castillo Romero Álvarez Méndez Chávez
            Rivera Juárez Ramos Domínguez Herrera Medina Castro Vargas Guzmán Velázquez Rojas Muñoz Contreras Salazar
            Ortega Guerrero Estrada Bautista Castañeda Luna Santiago Lara Ríos Alvarado Soto Sandoval Ávila Delgado
            Espinoza Cervantes Silva Vega Cortés Santos Márquez Maldonado Carrillo Fuentes Mejía Campos León Núñez
            Valdez Padilla Cabrera Ibarra Acosta Navarro Solís Rosas Miranda Ayala Robles Pacheco Molina Salas Valencia
            Cárdenas Zamora Trejo Nava Rangel Mora Peña Camacho Serrano Orozco Figueroa Montes Cisneros Villegas Zavala
            Rosales Ochoa Barrera Meza Gallegos Villanueva Escobar Macías Corona Valenzuela Franco Lozano Suárez Olvera
            Becerra Huerta Duarte Vera Esquivel Montoya Osorio Beltrán Velasco Arellano Galván Andrade Quintero Arias
            Salinas Calderón Escamilla Bravo Leyva Parra Tapia Aguirre Magaña Ponce Tovar Zúñiga Arroyo Ventura Barajas
            Murillo Lugo Benítez Palacios Cuevas Rubio Pineda Zepeda Bonilla Venegas Saucedo Toledo Alonso Carmona
            Enríquez Rocha Vélez Gil Loera Ulloa Arteaga Caballero Navarrete Quiroz Sosa Mata Marín Téllez Uribe Varela
            Aranda Corral Félix Gaytán Islas Jaramillo Limón Nieto Olivares Prado Quezada Renteria Sepúlveda Urbina
            Victoria Yáñez Zaragoza Alcántara Bermúdez Cordero Dorantes Elizondo Fierro Granados Hidalgo Ibáñez
            """.strip().split("\\s+");

    private static final String[] GIVEN = """
            Guadalupe Juana Margarita Josefina Verónica Leticia Rosa Francisca Teresa Alicia Alejandra Martha Yolanda
            Gabriela Patricia Elizabeth Silvia Adriana Claudia Norma Sandra Ana Laura Maricela Angélica Araceli Carmen
            Elena Gloria Irma Esther Luz Lucía Beatriz Isabel Rocío Mónica Diana Karla Fernanda Daniela Andrea Mariana
            Jessica Karina Brenda Erika Lorena Maribel Blanca Cecilia Catalina Antonia Susana Graciela Raquel Concepción
            Luisa Julia Alma Lidia Marisol Nancy Olga Rebeca Ruth Sara Sofía Valeria Vanessa Victoria Virginia Ximena
            Yesenia Yadira Xóchitl Natalia Paola Perla Miriam Magdalena Manuela Lourdes Liliana Jazmín Itzel Hilda
            Fabiola Eva Estela Esperanza Elvira Dulce Dolores Cristina Celia Carolina Berenice Bertha Aurora Aurelia
            Amalia Amparo Angelina Agustina Abigail Citlali Denisse Edith Eugenia Fátima Felicitas Genoveva Herminia
            Ivonne Janeth Leonor Lizbeth Micaela Nayeli Noemí Ofelia Petra Rosalba Rosario Soledad Tania Ursula Zenaida
            """.strip().split("\\s+");

    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 58;
    private static final String LETTERS = "abcdefghilmnoprstuvz";

    /** What is told of a woman. */
    public record Woman(
            String givenName,
            String firstSurname,
            String secondSurname,
            LocalDate birthDate,
            String phone,
            String municipality) {

        Likeness likeness(UUID id) {
            return new Likeness(
                    id, id, givenName, firstSurname, secondSurname, birthDate, phone, "14", municipality, null);
        }
    }

    /** A mistake, and other ways for a second record to differ. */
    public enum Slip {
        TYPO,
        SWAPPED,
        MARIA,
        DATE,
        NO_SECOND
    }

    /** A second record, of the woman at that place among the first ones, and what differs in it. */
    public record Second(int of, Woman woman, List<Slip> slips) {}

    private final Random random;
    private final List<Woman> women = new ArrayList<>();
    private final List<Second> seconds = new ArrayList<>();

    /** @param again how many of the women have a second record */
    public SyntheticWomen(long seed, int count, int again) {
        random = new Random(seed);
        while (women.size() < count) {
            women.add(random.nextInt(100) < 3 && !women.isEmpty() ? relative() : woman());
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        places.subList(0, again).forEach(place -> seconds.add(second(place)));
    }

    /** The women, each once. */
    public List<Woman> women() {
        return women;
    }

    /** The second records. */
    public List<Second> seconds() {
        return seconds;
    }

    private Woman woman() {
        return new Woman(
                given(),
                surname(),
                oneIn(30) ? null : surname(),
                birth(),
                oneIn(5) ? null : phone(),
                oneIn(20) ? null : municipality());
    }

    /** A sister, a twin or a daughter, who shares what families share. */
    private Woman relative() {
        Woman of = women.get(random.nextInt(women.size()));
        return switch (random.nextInt(12)) {
            case 0 -> new Woman(given(), of.firstSurname, of.secondSurname, of.birthDate, of.phone, of.municipality);
            case 1, 2, 3, 4 ->
                new Woman(
                        oneIn(4) ? of.givenName : given(),
                        surname(),
                        of.firstSurname,
                        birth(),
                        of.phone,
                        of.municipality);
            default -> new Woman(given(), of.firstSurname, of.secondSurname, birth(), of.phone, of.municipality);
        };
    }

    /** One mistake or two; besides she may have moved, or have another phone. */
    private Second second(int of) {
        Woman w = women.get(of);
        List<Slip> slips = new ArrayList<>();
        int mistakes = 1 + random.nextInt(2);
        while (slips.size() < mistakes) {
            Slip slip = Slip.values()[random.nextInt(Slip.values().length)];
            if (!slips.contains(slip) && (w.secondSurname != null || slip != Slip.SWAPPED && slip != Slip.NO_SECOND)) {
                slips.add(slip);
                w = with(w, slip);
            }
        }
        String phone = oneIn(3) ? phone() : oneIn(5) ? null : w.phone;
        String municipality = oneIn(10) ? municipality() : w.municipality;
        return new Second(
                of, new Woman(w.givenName, w.firstSurname, w.secondSurname, w.birthDate, phone, municipality), slips);
    }

    private Woman with(Woman w, Slip slip) {
        String given = w.givenName;
        String first = w.firstSurname;
        String second = w.secondSurname;
        LocalDate birth = w.birthDate;
        switch (slip) {
            case TYPO -> {
                switch (random.nextInt(second == null ? 2 : 3)) {
                    case 0 -> given = typo(given);
                    case 1 -> first = typo(first);
                    default -> second = typo(second);
                }
            }
            case SWAPPED -> {
                String other = first;
                first = second;
                second = other;
            }
            case MARIA -> given = maria(given);
            case DATE -> birth = otherDate(birth);
            case NO_SECOND -> second = null;
        }
        return new Woman(given, first, second, birth, w.phone, w.municipality);
    }

    private String maria(String given) {
        if (given.startsWith("María ")) {
            String others = given.substring("María ".length());
            return random.nextBoolean() ? "Ma. " + others : others;
        }
        return given.equals("María") ? "Ma." : (random.nextBoolean() ? "Ma. " : "María ") + given;
    }

    private String typo(String name) {
        int at = random.nextInt(name.length());
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> name.length() < 3 ? name + letter : name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default -> {
                int other = Math.min(at, name.length() - 2);
                yield name.substring(0, other)
                        + name.charAt(other + 1)
                        + name.charAt(other)
                        + name.substring(other + 2);
            }
        };
    }

    private LocalDate otherDate(LocalDate date) {
        while (true) {
            LocalDate other = tried(date);
            if (other != null && !other.equals(date)) {
                return other;
            }
        }
    }

    private LocalDate tried(LocalDate date) {
        try {
            return switch (random.nextInt(4)) {
                case 0 -> date.withDayOfMonth(1 + random.nextInt(31));
                case 1 -> date.withMonth(1 + random.nextInt(12));
                case 2 -> date.withYear(Math.min(FIRST_YEAR + YEARS - 1, date.getYear() - 10 + random.nextInt(21)));
                default -> LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
            };
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private String given() {
        String one = pick(GIVEN, 18);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> "María " + one;
            case 5 -> oneIn(3) ? "María" : "María del " + one;
            case 6, 7, 8, 9, 10, 11 -> one + " " + pick(GIVEN, 18);
            default -> one;
        };
    }

    private String surname() {
        return pick(SURNAMES, 12);
    }

    /** One of a list whose members are less and less frequent, after Zipf and Mandelbrot. */
    private String pick(String[] list, int flat) {
        double all = Math.log((list.length + flat) / (double) flat);
        return list[(int) (flat * Math.exp(random.nextDouble() * all) - flat)];
    }

    private LocalDate birth() {
        int year = FIRST_YEAR + (random.nextInt(YEARS) + random.nextInt(YEARS)) / 2;
        return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    }

    private String phone() {
        return "33" + (10_000_000 + random.nextInt(90_000_000));
    }

    /** Of Jalisco's 125, most people live in a few. */
    private String municipality() {
        return "14%03d".formatted(1 + (int) (125 * Math.pow(random.nextDouble(), 3)));
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}
