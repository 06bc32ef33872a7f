package mx.trayecto.programs.support;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.KeptDocument;
import mx.trayecto.platform.text.Money;

/** What an institution was given, as it is known now. */
@Schema(name = "InstitutionalSupport")
record SupportView(
        UUID id,
        long version,
        UUID organization,
        UUID program,
        UUID agreement,
        SupportKind kind,
        Money amount,
        LocalDate startsOn,
        LocalDate endsOn,
        KeptDocument document,
        boolean mistaken)
        implements Versioned {

    static SupportView of(Support s) {
        return new SupportView(
                s.id,
                s.version,
                s.organizationId,
                s.programId,
                s.agreementId,
                s.kind,
                s.money(),
                s.startsOn,
                s.endsOn,
                KeptDocument.of(s.document),
                s.mistaken);
    }
}
