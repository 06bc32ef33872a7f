package mx.trayecto.participants.curp;

import java.util.Set;

/**
 * The catalogue of words that a CURP must not begin with (Instructivo Normativo, Annex 2, "Catálogo de palabras
 * inconvenientes"): 81 of them. Where the first four letters make one, the second becomes X.
 */
final class OffensiveWords {
    static final Set<String> ALL = Set.of(("BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI"
                    + " COJO COLA CULO FALO FETO GETA GUEI GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA"
                    + " KOJE KOJI KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO"
                    + " MULA MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO"
                    + " TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY")
            .split(" "));

    private OffensiveWords() {}

    static String masked(String letters) {
        return ALL.contains(letters) ? letters.charAt(0) + "X" + letters.substring(2) : letters;
    }
}
