package mx.trayecto.participants.finding;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * How likely two records are of one woman, after Fellegi and Sunter (A Theory for Record Linkage, 1969): what agrees and
 * what differs is weighed by how much more often it does so between records of one woman than between records of two,
 * in powers of two, against how rarely any two records are of one. By chance, as names and ages are spread, about one
 * pair in a hundred agrees in a surname, one in two hundred in the given name, one in seventy in a part of it, one in two
 * hundred in all but one part of the birth date, one in sixteen thousand in all of it.
 *
 * @param score from 0 to 1
 * @param traits its reasons, in the order of the enumeration
 */
public record Resemblance(double score, Set<Trait> traits) {
    /** From here on a pair is worth a person's look. */
    public static final double PROBABLE = 0.5;

    /** Of a registry of a hundred thousand, one in some million pairs is of one woman. */
    private static final double RARE = -21;

    public static Resemblance of(Likeness one, Likeness other) {
        Weighing weighing = new Weighing();
        weighing.given(one.given, other.given);
        weighing.surnames(one, other);
        weighing.birth(one.birthDate, other.birthDate);
        weighing.contact(one, other);
        if (one.curp != null && other.curp != null && !one.curp.equals(other.curp)) {
            weighing.weight -= 13; // the homoclave is there to tell women apart of whom all else is the same
        }
        return new Resemblance(1 / (1 + Math.pow(2, -weighing.weight)), weighing.traits);
    }

    public boolean probable() {
        return score >= PROBABLE;
    }

    private static final class Weighing {
        private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
        private double weight = RARE;

        void given(GivenName one, GivenName other) {
            switch (one.with(other)) {
                case SAME -> add(7, Trait.GIVEN_NAME_SAME);
                case MARIA -> add(6.5, Trait.GIVEN_NAME_MARIA);
                case SOUND -> add(5, Trait.GIVEN_NAME_SOUND);
                case SPELLING -> add(4, Trait.GIVEN_NAME_SPELLING);
                case PART -> add(3, Trait.GIVEN_NAME_PART);
                case UNTOLD -> add(0, Trait.GIVEN_NAME_PART);
                case NONE -> weight -= 18; // twins agree in all the rest
            }
        }

        void surnames(Likeness one, Likeness other) {
            double straight = of(one.first, other.first) + of(one.second, other.second);
            double swapped = of(one.first, other.second) + of(one.second, other.first) - 1;
            boolean crossed = swapped > straight;
            weight += Math.max(straight, swapped);
            if (crossed) {
                traits.add(Trait.SURNAMES_SWAPPED);
                say(one.first, other.second, one.second, other.first);
            } else {
                say(one.first, other.first, one.second, other.second);
            }
            if ((one.second == null) != (other.second == null)) {
                add(1, Trait.SECOND_SURNAME_MISSING); // few have none: more often it was left out
            }
        }

        private static double of(Surname one, Surname other) {
            if (one == null || other == null) {
                return 0;
            }
            return switch (one.with(other)) {
                case SAME -> 6.5;
                case SOUND -> 5;
                case SPELLING -> 3.5;
                case NONE -> -6;
            };
        }

        private void say(Surname first, Surname with, Surname second, Surname withSecond) {
            Surname.Agreement one = first == null || with == null ? null : first.with(with);
            Surname.Agreement two = second == null || withSecond == null ? null : second.with(withSecond);
            if (one == Surname.Agreement.SAME && two == Surname.Agreement.SAME) {
                if (!traits.contains(Trait.SURNAMES_SWAPPED)) {
                    traits.add(Trait.SURNAMES_SAME);
                }
            } else if (one == Surname.Agreement.SAME || two == Surname.Agreement.SAME) {
                traits.add(Trait.SURNAME_ONE);
            }
            if (one == Surname.Agreement.SOUND || two == Surname.Agreement.SOUND) {
                traits.add(Trait.SURNAME_SOUND);
            }
            if (one == Surname.Agreement.SPELLING || two == Surname.Agreement.SPELLING) {
                traits.add(Trait.SURNAME_SPELLING);
            }
        }

        void birth(LocalDate one, LocalDate other) {
            boolean year = one.getYear() == other.getYear();
            boolean month = one.getMonthValue() == other.getMonthValue();
            boolean day = one.getDayOfMonth() == other.getDayOfMonth();
            int same = (year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0);
            if (same == 3) {
                add(13.5, Trait.BIRTH_DATE_SAME);
            } else if (year
                    && one.getMonthValue() == other.getDayOfMonth()
                    && one.getDayOfMonth() == other.getMonthValue()) {
                add(10, Trait.BIRTH_DATE_SWAPPED);
            } else if (same == 2) {
                add(5, Trait.BIRTH_DATE_ONE_PART);
            } else {
                weight -= 8;
            }
        }

        void contact(Likeness one, Likeness other) {
            if (one.phone != null && other.phone != null) {
                if (one.phone.equals(other.phone)) {
                    add(8, Trait.PHONE_SAME); // which sisters and neighbours may share
                } else {
                    weight -= 1;
                }
            }
            if (one.municipality != null && one.municipality.equals(other.municipality)) {
                add(3, Trait.MUNICIPALITY_SAME);
            } else if (one.municipality != null && other.municipality != null || !one.state.equals(other.state)) {
                weight -= 2;
            }
        }

        private void add(double more, Trait trait) {
            weight += more;
            traits.add(trait);
        }
    }
}
