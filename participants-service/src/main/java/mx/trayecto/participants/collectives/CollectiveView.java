package mx.trayecto.participants.collectives;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** A collective as it is. How many are in it is not told: a count would tell of those who are not shown. */
@Schema(name = "Collective")
record CollectiveView(
        UUID id,
        long version,
        String name,
        CollectiveKind kind,
        Sector sector,
        String municipality,
        LegalForm legalForm,
        Trademark trademark,
        LocalDate registeredOn,
        LocalDate formedOn,
        LocalDate dissolvedOn,
        UUID center)
        implements Versioned {

    static CollectiveView of(Collective c) {
        return new CollectiveView(
                c.id,
                c.version,
                c.name,
                c.kind,
                c.sector,
                c.municipality,
                c.legalForm,
                c.trademark,
                c.registeredOn,
                c.formedOn,
                c.dissolvedOn,
                c.centerId);
    }
}
