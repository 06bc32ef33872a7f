package mx.trayecto.participants.finding;

/** Words that one slip of the hand makes of each other. */
final class Spelling {
    /** In shorter words one letter makes another name: Ana and Ada, Luz and Paz. */
    private static final int SHORTEST = 4;

    private Spelling() {}

    /** Whether a letter was left out, put in, exchanged for another, or changed places with the next; not if equal. */
    static boolean oneSlip(String one, String other) {
        String longer = one.length() < other.length() ? other : one;
        String shorter = longer == one ? other : one;
        int more = longer.length() - shorter.length();
        if (shorter.length() < SHORTEST || more > 1 || longer.equals(shorter)) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        if (more == 1) {
            return longer.substring(at + 1).equals(shorter.substring(at));
        }
        return longer.substring(at + 1).equals(shorter.substring(at + 1)) || swapped(longer, shorter, at);
    }

    private static boolean swapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
