package mx.trayecto.programs.credential;

import java.security.SecureRandom;
import java.util.BitSet;

/** Free places in a tenant's newest status list, and in the next one once that is full. */
final class StatusPlaces {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final BitSet taken;
    private int list;

    /** @param list from 1 on; it is part of the list's address */
    record Place(int list, int index) {}

    StatusPlaces(int list, BitSet taken) {
        this.list = list;
        this.taken = taken;
    }

    /** By chance, so that neighbours in the list have nothing to do with each other. */
    Place next() {
        if (taken.cardinality() == RevokedBits.BITS) {
            list++;
            taken.clear();
        }
        int index = CHANCE.nextInt(RevokedBits.BITS);
        while (taken.get(index)) {
            index = CHANCE.nextInt(RevokedBits.BITS);
        }
        taken.set(index);
        return new Place(list, index);
    }
}
