package mx.trayecto.indicators.indicator;

import java.math.BigInteger;
import java.util.Comparator;

/** Codes as people order them: 1.2 before 1.10, 1.2.a after 1.2. */
final class CodeOrder implements Comparator<String> {
    @Override
    public int compare(String left, String right) {
        String[] a = left.split("[._-]");
        String[] b = right.split("[._-]");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = part(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return a.length != b.length ? Integer.compare(a.length, b.length) : left.compareTo(right);
    }

    private static int part(String a, String b) {
        boolean numbers = a.matches("\\d+") && b.matches("\\d+");
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }
}
