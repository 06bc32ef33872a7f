package mx.trayecto.indicators.framework;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** A framework as callers see it. */
@Schema(name = "Framework")
public record FrameworkView(
        UUID id,
        long version,
        String code,
        Bilingual title,
        Kind kind,
        UUID agreement,
        UUID program,
        List<Result> results)
        implements Versioned {

    static FrameworkView of(Framework framework) {
        return new FrameworkView(
                framework.id,
                framework.version,
                framework.code,
                framework.title,
                framework.kind,
                framework.agreementId,
                framework.programId,
                framework.results);
    }
}
