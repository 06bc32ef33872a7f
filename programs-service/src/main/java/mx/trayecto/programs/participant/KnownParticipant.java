package mx.trayecto.programs.participant;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import mx.trayecto.platform.problem.ProblemException;

/**
 * A participant of the tenant as this service knows her: that she exists, whether another record took her over, whether
 * her record is protected or her data were suppressed. Only the inbox writes it.
 */
@Entity
@Immutable
@Table(name = "known_participant")
public class KnownParticipant extends PanacheEntityBase {
    /** Merges of merged records form a line; a longer one is a mistake in the data. */
    private static final int LONGEST_LINE = 20;

    @Id
    public UUID id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "merged_into")
    public UUID mergedInto;

    public boolean suppressed;

    @Column(name = "protected")
    boolean protectedRecord;

    public static Optional<KnownParticipant> find(UUID id) {
        return findByIdOptional(id);
    }

    /**
     * Goes on only if text about her may be kept: once her data are suppressed there is no key to seal it under.
     *
     * @throws ProblemException 409 where they are
     */
    public static void requireKept(UUID participant) {
        if (find(participant).filter(known -> known.suppressed).isPresent()) {
            throw ProblemException.of(ParticipantProblem.SUPPRESSED);
        }
    }

    /**
     * The record that stands for her now: this one, or the one it was merged into, however long the line. A protected
     * record stands for itself: whoever sees what is done under it must not be led to another of hers.
     */
    public KnownParticipant surviving() {
        KnownParticipant current = this;
        if (protectedRecord) {
            return current;
        }
        for (int steps = 0; current.mergedInto != null && steps < LONGEST_LINE; steps++) {
            Optional<KnownParticipant> next = find(current.mergedInto);
            if (next.isEmpty()) {
                break;
            }
            current = next.get();
        }
        return current;
    }
}
