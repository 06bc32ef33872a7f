package mx.trayecto.indicators.reported;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.KeptDocument;

/** A reported value as callers see it. */
@Schema(name = "ReportedValue")
public record ReportedValueView(
        UUID id,
        long version,
        UUID indicator,
        String period,
        Statement value,
        BigDecimal percent,
        Bilingual label,
        KeptDocument evidence,
        String note,
        Status status,
        String reportedBy,
        Instant reportedAt,
        String reviewedBy,
        Instant reviewedAt,
        String reviewNote)
        implements Versioned {

    static ReportedValueView of(ReportedValue reported) {
        return new ReportedValueView(
                reported.id,
                reported.version,
                reported.indicatorId,
                reported.period,
                reported.value,
                reported.percent,
                reported.label,
                KeptDocument.of(reported.evidence),
                reported.note,
                reported.status,
                reported.reportedBy,
                reported.createdAt,
                reported.reviewedBy,
                reported.reviewedAt,
                reported.reviewNote);
    }
}
