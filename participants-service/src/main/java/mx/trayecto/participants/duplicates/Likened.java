package mx.trayecto.participants.duplicates;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What comparing found of a record: that another is like it, and what was decided. Whose the other is is not told. */
public record Likened(
        Instant foundAt,
        BigDecimal score,
        List<DuplicateView.Reason> reasons,
        DuplicateStatus status,
        DuplicateView.Dismissal dismissal,
        Instant decidedAt) {

    static Likened of(Duplicate d) {
        DuplicateView view = DuplicateView.of(d);
        return new Likened(
                view.foundAt(), view.score(), view.reasons(), view.status(), view.dismissal(), view.decidedAt());
    }
}
