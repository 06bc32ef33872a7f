package mx.trayecto.participants.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What of two records is compared to see whether they are of one woman. */
public final class Likeness {
    /** The record that it was taken from. */
    public final UUID participant;

    /** The record that stands for it since a merge; else itself. */
    public final UUID woman;

    final GivenName given;
    final Surname first;
    final Surname second;
    final LocalDate birthDate;
    final String phone;
    final String state;
    final String municipality;
    final String curp;

    /**
     * All but the ids, given name, first surname, birth date and state may be null.
     *
     * @param phone as {@link Words#phone} gives it, or in any other one way
     */
    public Likeness(
            UUID participant,
            UUID woman,
            String givenName,
            String firstSurname,
            String secondSurname,
            LocalDate birthDate,
            String phone,
            String state,
            String municipality,
            String curp) {
        this.participant = participant;
        this.woman = woman;
        this.given = new GivenName(givenName);
        this.first = Surname.of(firstSurname);
        this.second = Surname.of(secondSurname);
        this.birthDate = birthDate;
        this.phone = phone;
        this.state = state;
        this.municipality = municipality;
        this.curp = curp;
    }

    /**
     * What she is looked up by: two records of one woman have at least one of these in common, unless nearly everything
     * in them differs. Each is made of several things, so that even the most frequent names share one with few others:
     *
     * <ul>
     *   <li>the birth date, day and month in either order, with the sound of any one name: two names may be wrong
     *   <li>any two names, by sound, with the year of birth or with its day: the other may be wrong, and so may a name
     *   <li>the phone
     * </ul>
     */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        List<String> surnames = Stream.of(first, second)
                .filter(s -> s != null)
                .map(Surname::sound)
                .sorted()
                .toList();
        String date = eitherWay();
        surnames.forEach(sound -> keys.add("date " + date + " " + sound));
        given.sounds().forEach(sound -> keys.add("date " + date + " " + sound));
        List<String> pairs = new ArrayList<>();
        surnames.forEach(
                sound -> pairs.add("name " + sound + " " + given.sounds().getFirst()));
        if (surnames.size() == 2) {
            pairs.add("surnames " + String.join(" ", surnames));
        }
        for (String pair : pairs) {
            keys.add(pair + " year " + birthDate.getYear());
            keys.add(pair + " day " + birthDate.getMonthValue() + "-" + birthDate.getDayOfMonth());
        }
        if (phone != null) {
            keys.add("phone " + phone);
        }
        return keys;
    }

    /** What has to change before a pair that was found to be two women is looked at again. */
    public String telling() {
        return String.join(
                "\n",
                participant.toString(),
                String.join(" ", given.sounds()),
                first.sound(),
                second == null ? "" : second.sound(),
                birthDate.toString(),
                curp == null ? "" : curp);
    }

    private String eitherWay() {
        int month = birthDate.getMonthValue();
        int day = birthDate.getDayOfMonth();
        return birthDate.getYear() + "-" + Math.min(month, day) + "-" + Math.max(month, day);
    }
}
