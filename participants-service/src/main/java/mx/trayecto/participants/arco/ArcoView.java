package mx.trayecto.participants.arco;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** A request and what is due. */
@Schema(
        name = "ArcoRequest",
        description =
                "Dates are days of the tenant's zone, terms its working days. Texts and steps are left out of lists;"
                        + " texts also without an identity access to a protected record, and once her key is destroyed.")
record ArcoView(
        UUID id,
        long version,
        UUID participant,
        ArcoKind kind,
        Bilingual kindLabel,
        ArcoStatus status,
        Bilingual statusLabel,
        Requester requester,
        String proofReference,
        String details,
        List<Purpose> purposes,
        LocalDate receivedOn,

        @Schema(description = "The last day of what is awaited now: the answer, her information, or the effect")
        LocalDate dueOn,

        @Schema(description = "The last day to ask her for what is missing")
        LocalDate preventionBy,

        @Schema(description = "The last day to say that another authority is competent")
        LocalDate referralBy,

        boolean extended,
        LocalDate answeredOn,

        @Schema(description = "Of a cancellation: after this day the data are suppressed")
        LocalDate blockedUntil,

        List<Taken> steps)
        implements Versioned {

    /** A step of its way. */
    @Schema(name = "ArcoStep")
    record Taken(Step step, LocalDate on, Instant recordedAt, String by, String note) {}

    /** @param filing null where it is not told; steps null likewise */
    static ArcoView of(ArcoRequest r, ArcoRequest.Filing filing, List<Taken> steps) {
        return new ArcoView(
                r.id,
                r.version,
                r.participantId,
                r.kind,
                r.kind.label(),
                r.status,
                r.status.label(),
                r.requester,
                filing == null ? null : filing.proofReference(),
                filing == null ? null : filing.details(),
                r.purposes,
                r.receivedOn,
                r.dueOn,
                r.preventionBy,
                r.referralBy,
                r.extended,
                r.answeredOn,
                r.blockedUntil,
                steps);
    }
}
