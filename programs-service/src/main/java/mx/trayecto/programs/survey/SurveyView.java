package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.programs.instrument.InstrumentKind;

/** Answers as callers see them. */
record SurveyView(
        UUID id,
        long version,
        UUID enrollment,
        UUID instrument,
        InstrumentKind kind,
        LocalDate on,

        @Schema(description = "The language she answered in, where it was said")
        String language,

        @Schema(description = "Coded answers by question") Map<String, JsonNode> answers,

        @Schema(
                description =
                        "Free texts by question, only for those who may write surveys; absent once her key was destroyed")
        Map<String, String> texts,

        @Schema(description = "Code of the last correction's reason")
        String reason,

        @Schema(description = "Subject of the token that recorded or last corrected it")
        String recordedBy)
        implements Versioned {

    @Override
    public String variant() {
        return texts == null ? null : "text";
    }

    static SurveyView of(SurveyResponse s, Map<String, String> texts) {
        return new SurveyView(
                s.id,
                s.version,
                s.enrollmentId,
                s.instrumentId,
                s.kind,
                s.answeredOn,
                s.language,
                s.answers,
                texts,
                s.reason,
                s.recordedBy);
    }
}
