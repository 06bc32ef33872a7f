package mx.trayecto.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the kernel says of processes. Linux only. */
public final class Processes {
    /** Of the clock in which the kernel tells processor time to programs: USER_HZ, the same on every Linux. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int ENDED_CHILDREN_USER_TIME = 13;
    private static final int ENDED_CHILDREN_SYSTEM_TIME = 14;

    private static final int STEAL = 8;
    private static final int GUEST = 9;

    private Processes() {}

    /**
     * Processor time of the whole machine since it was started, in ticks.
     *
     * @param stolen what its host gave to others while a process here wanted it
     */
    public record Machine(long all, long stolen) {

        /** The share of the time since then that was stolen; a figure measured meanwhile is as much too small. */
        public double stolenSince() {
            Machine now = machine();
            return now.all == all ? 0 : (double) (now.stolen - stolen) / (now.all - all);
        }
    }

    public static Machine machine() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            return machine(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Machine machine(String line) {
        String[] fields = line.split(" +");
        long all = 0;
        for (int field = 1; field < GUEST; field++) { // a guest's time is in the user's already
            all += Long.parseLong(fields[field]);
        }
        return new Machine(all, Long.parseLong(fields[STEAL]));
    }

    /** Processor seconds of a process and its children, also of those that have ended. */
    public static double cpuSeconds(long pid) {
        String[] own = stat(Path.of("/proc", Long.toString(pid)));
        if (own == null) {
            throw new IllegalStateException("process " + pid + " has ended");
        }
        long ticks = ticks(own)
                + Long.parseLong(own[ENDED_CHILDREN_USER_TIME])
                + Long.parseLong(own[ENDED_CHILDREN_SYSTEM_TIME]);
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            ticks += all.filter(entry ->
                            Character.isDigit(entry.getFileName().toString().charAt(0)))
                    .map(Processes::stat)
                    .filter(child -> child != null && Long.parseLong(child[PARENT]) == pid)
                    .mapToLong(Processes::ticks)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Memory it holds in RAM, shared pages included. */
    public static double residentMegabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            String line =
                    lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A variable of its environment. */
    public static String variable(long pid, String name) {
        return environment(pid)
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("process " + pid + " was not told " + name));
    }

    /** As {@code NAME=value}. */
    public static Stream<String> environment(long pid) {
        return zeroSeparated(pid, "environ");
    }

    public static Stream<String> commandLine(long pid) {
        return zeroSeparated(pid, "cmdline");
    }

    private static Stream<String> zeroSeparated(long pid, String what) {
        try {
            return Stream.of(
                    Files.readString(Path.of("/proc", Long.toString(pid), what)).split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ticks(String[] stat) {
        return Long.parseLong(stat[USER_TIME]) + Long.parseLong(stat[SYSTEM_TIME]);
    }

    /** Fields from the state on; the name before it may contain anything. */
    private static String[] stat(Path process) {
        try {
            String text = Files.readString(process.resolve("stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException ended) {
            return null;
        }
    }
}
