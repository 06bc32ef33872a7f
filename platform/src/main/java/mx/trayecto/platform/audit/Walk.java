package mx.trayecto.platform.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import mx.trayecto.platform.audit.AuditBreak.Kind;
import mx.trayecto.platform.crypto.Marks;

/** Goes along a part of a chain, with the entries at hand that it tells of and those between them, and tells what is wrong. */
final class Walk {
    private static final int MOST = 100;

    private final UUID tenant;
    private final Marks marks;
    private final Map<Long, Entry> entries;
    private final List<AuditBreak> breaks = new ArrayList<>();
    private final Set<Long> listed = new HashSet<>();
    private final Map<ByteBuffer, Long> known = new HashMap<>();
    private final List<Entry> sound = new ArrayList<>();
    private long pending;

    /** @param entries by id, in order of time */
    Walk(UUID tenant, Marks marks, Map<Long, Entry> entries) {
        this.tenant = tenant;
        this.marks = marks;
        this.entries = entries;
    }

    /**
     * Goes along seals.
     *
     * @param after the number of the seal before them
     * @param before that seal; null where it is not there
     */
    void along(List<Seal> seals, long after, Seal before) {
        Seal previous = before;
        long expected = after + 1;
        for (Seal seal : seals) {
            if (seal.number() != expected) {
                found(Kind.SEAL_REMOVED, expected, null);
                previous = null;
            }
            step(seal, previous);
            previous = seal;
            expected = seal.number() + 1;
        }
    }

    private void step(Seal seal, Seal previous) {
        Set<Long> foreign = new HashSet<>(seal.foreign());
        List<byte[]> digests = new ArrayList<>();
        boolean whole = true;
        for (Long id : seal.entries()) {
            listed.add(id);
            Entry entry = entries.get(id);
            if (entry == null) {
                found(Kind.ENTRY_REMOVED, seal.number(), id);
                whole = false;
                continue;
            }
            digests.add(entry.digest());
            if (foreign.contains(id)) {
                found(Kind.ENTRY_FOREIGN, seal.number(), id);
            } else if (entry.mark() == null ? previous != null && previous.marked() : !entry.genuine(marks)) {
                found(Kind.ENTRY_CHANGED, seal.number(), id);
                whole = false;
            } else {
                sound.add(entry);
                once(entry, seal.number());
            }
        }
        if (whole && previous != null && !seal.fits(previous, digests, marks)) {
            found(Kind.SEAL_BROKEN, seal.number(), null);
        }
    }

    /** Those at hand that none of these seals is of. */
    List<Entry> strangers() {
        return entries.values().stream()
                .filter(entry -> !listed.contains(entry.id()))
                .toList();
    }

    /**
     * Judges those.
     *
     * @param elsewhere the ids of those that another part of the chain is of
     * @param progress how far sealing has come, in the same snapshot
     * @param last the highest id that was ever given
     */
    void judge(List<Entry> strangers, Set<Long> elsewhere, Progress progress, long last) {
        for (Entry entry : strangers) {
            boolean genuine = entry.genuine(marks);
            if (genuine && !once(entry, null) || elsewhere.contains(entry.id())) {
                continue;
            }
            if (!genuine && (entry.mark() != null || entry.id() > progress.unmarked())) {
                found(Kind.ENTRY_FOREIGN, null, entry.id());
            } else if (progress.comes(entry.id()) && entry.id() <= last) {
                pending++;
            } else {
                found(Kind.ENTRY_NOT_SEALED, null, entry.id());
            }
        }
    }

    /** Whoever copies an entry copies its mark. */
    private boolean once(Entry entry, Long seal) {
        if (entry.mark() != null && known.putIfAbsent(ByteBuffer.wrap(entry.mark()), entry.id()) != null) {
            found(Kind.ENTRY_COPIED, seal, entry.id());
            return false;
        }
        return true;
    }

    void found(Kind kind, Long seal, Long entry) {
        if (breaks.size() < MOST) {
            breaks.add(new AuditBreak(kind, seal, entry));
        }
    }

    /** The sealed entries that are as they were. */
    List<Entry> sound() {
        return sound;
    }

    UUID tenant() {
        return tenant;
    }

    /** @param to the number of the last seal */
    AuditVerification told(long after, long to, Seal head) {
        boolean end = to >= head.number();
        return new AuditVerification(
                after + 1,
                to,
                listed.size(),
                end ? pending : 0,
                breaks.isEmpty(),
                breaks,
                AuditVerification.Head.of(head),
                end ? null : to);
    }
}
