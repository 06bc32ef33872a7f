package mx.trayecto.programs.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** What a member of staff was trained or certified in, as it is known now. */
@Schema(name = "StaffQualification")
record QualificationView(
        UUID id,
        long version,
        UUID staff,
        QualificationKind kind,
        Bilingual title,
        String standard,
        LocalDate on,
        BigDecimal hours,
        UUID organization,
        UUID agreement,

        @Schema(description = "Absent once her key was destroyed")
        String certificate,

        boolean mistaken)
        implements Versioned {

    static QualificationView of(Qualification q, RecordQualification as) {
        return new QualificationView(
                q.id,
                q.version,
                q.staffId,
                as.kind(),
                as.title(),
                as.standard(),
                as.on(),
                as.hours(),
                as.organization(),
                as.agreement(),
                as.certificate(),
                as.mistaken());
    }
}
