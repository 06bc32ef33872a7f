package mx.trayecto.proof.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

import mx.trayecto.local.Json;

/** Somebody who does not exist, as a registrar enters her. */
final class Woman {
    private static final List<String> SYLLABLES =
            List.of("ma", "ri", "lu", "na", "so", "fe", "ca", "ro", "li", "ta", "be", "no", "vi", "da", "pe", "ju");
    private static final List<String> MUNICIPALITIES = List.of("14039", "14097", "14120");

    private Woman() {}

    static Map<String, Object> registration(Random chance, String center) {
        return Json.of(
                "givenName", name(chance),
                "firstSurname", name(chance),
                "secondSurname", name(chance),
                "birthDate",
                        LocalDate.of(1960, 1, 1)
                                .plusDays(chance.nextInt(45 * 365))
                                .toString(),
                "gender", chance.nextInt(10) == 0 ? "male" : "female",
                "residence",
                        Json.of(
                                "state",
                                "14",
                                "municipality",
                                MUNICIPALITIES.get(chance.nextInt(MUNICIPALITIES.size()))),
                "center", center,
                "registeredOn", Programme.STARTS_ON);
    }

    private static String name(Random chance) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append(SYLLABLES.get(chance.nextInt(SYLLABLES.size())));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
