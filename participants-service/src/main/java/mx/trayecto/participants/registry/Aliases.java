package mx.trayecto.participants.registry;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import mx.trayecto.participants.finding.Words;

/** Aliases for protected records that come without one: they say nothing, and are easily told apart when spoken. */
final class Aliases {
    private static final String[] WORDS = {
        "Jacaranda",
        "Colibrí",
        "Maguey",
        "Ceiba",
        "Obsidiana",
        "Nopal",
        "Quetzal",
        "Ámbar",
        "Copal",
        "Turquesa",
        "Orquídea",
        "Venado",
        "Luciérnaga",
        "Caracol",
        "Tule",
        "Amate"
    };
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aliases() {}

    /** An alias that holds none of her names. */
    static String next(Identity identity) {
        List<String> free = Arrays.stream(WORDS)
                .filter(word -> Collections.disjoint(Words.of(word), identity.nameWords()))
                .toList();
        return free.get(RANDOM.nextInt(free.size())) + " " + (1000 + RANDOM.nextInt(9000));
    }
}
