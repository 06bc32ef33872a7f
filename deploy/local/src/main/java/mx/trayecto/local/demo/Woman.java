package mx.trayecto.local.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

import net.datafaker.Faker;

/**
 * A woman who does not exist. The same number gives the same woman for ever, so that a second run asks for nothing new.
 *
 * @param number hers among all of the demonstration's
 */
record Woman(int number, String externalId, String municipality, boolean survivor) {
    private static final List<String> SCHOOLING = List.of("primary", "secondary", "upper-secondary", "technical");
    private static final List<String> BARRIERS = List.of("childcare", "time", "transport", "digital-skills");

    /** Initials that could spell one of the words which a CURP writes differently; this form does not know them. */
    private static final Pattern VOWEL_FIRST = Pattern.compile("^[AEIOUÁÉÍÓÚ]");

    /** What her portal sends of her: in each ten one without CURP, and where she is a survivor under protection. */
    Map<String, Object> registration(String center) {
        Random chance = new Random(20_241_017L + number);
        Map<String, Object> woman = named(chance, LocalDate.of(2004, 1, 1));
        if (number % 10 != 0) {
            woman.put("birthState", "14");
            woman.put("curp", curp(woman));
        }
        woman.put("residence", Map.of("state", "14", "municipality", municipality));
        woman.put("phone", "33" + (10_000_000 + number * 7_919 % 89_999_999));
        woman.put("safeContact", survivor ? "Solo mensajes antes de las 14:00; no dejar recados" : "Sin restricción");
        woman.put("schooling", SCHOOLING.get(chance.nextInt(SCHOOLING.size())));
        woman.put("mother", chance.nextInt(10) < 8);
        woman.put("headOfHousehold", chance.nextInt(10) < 5);
        woman.put("dependants", chance.nextInt(5));
        woman.put("barriers", List.of(BARRIERS.get(chance.nextInt(BARRIERS.size()))));
        woman.put("protected", survivor);
        woman.put("center", center);
        woman.put("registeredOn", "2024-06-03");
        return woman;
    }

    /**
     * Names, birth date and gender of somebody who does not exist. They differ as those of real women do: of women who
     * were all called alike each would be compared with every other as her possible duplicate.
     *
     * @param youngest the birth date of the youngest; the eldest is 42 years older
     */
    static Map<String, Object> named(Random chance, LocalDate youngest) {
        Faker faker = new Faker(Locale.of("es", "MX"), chance);
        String given = plain(faker.name().femaleFirstName());
        String first = plain(faker.name().lastName());
        String second = plain(faker.name().lastName());
        while (VOWEL_FIRST.matcher(given).find() || VOWEL_FIRST.matcher(second).find()) {
            given = plain(faker.name().femaleFirstName());
            second = plain(faker.name().lastName());
        }
        Map<String, Object> woman = new LinkedHashMap<>();
        woman.put("givenName", given);
        woman.put("firstSurname", first);
        woman.put("secondSurname", second);
        woman.put("birthDate", youngest.minusDays(chance.nextInt(42 * 365)).toString());
        woman.put("gender", "female");
        return woman;
    }

    private static String curp(Map<String, Object> woman) {
        return SyntheticCurp.of(
                (String) woman.get("givenName"),
                (String) woman.get("firstSurname"),
                (String) woman.get("secondSurname"),
                LocalDate.parse((String) woman.get("birthDate")),
                "JC");
    }

    /** Names of the faker carry now and then what no civil registry writes. */
    private static String plain(String name) {
        return name.replaceAll("[^\\p{L} ]", "").strip();
    }
}
