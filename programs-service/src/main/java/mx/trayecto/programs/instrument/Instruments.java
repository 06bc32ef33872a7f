package mx.trayecto.programs.instrument;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.field.Unique;

/** Publishes instruments, version by version. */
@ApplicationScoped
class Instruments {
    @Inject
    Reach reach;

    InstrumentView publish(PublishInstrument command) {
        Instrument instrument = new Instrument(reach.wholeTenant(), command);
        Unique.store(
                instrument,
                "/version",
                "/v1/instruments",
                Map.of("code", instrument.code, "instrumentVersion", instrument.instrumentVersion));
        return InstrumentView.of(instrument);
    }

    InstrumentView view(UUID id) {
        return Instrument.find(id).map(InstrumentView::of).orElseThrow(ProblemException::notFound);
    }
}
