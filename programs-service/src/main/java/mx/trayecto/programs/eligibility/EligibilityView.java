package mx.trayecto.programs.eligibility;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** Whom a programme is for. */
@Schema(name = "Eligibility")
record EligibilityView(
        UUID id,
        long version,
        UUID program,

        @Schema(description = "Which of the programme's rules it is, from 1")
        int ruleVersion,

        @Schema(description = "All of them must hold") List<Condition> conditions)
        implements Versioned {

    static EligibilityView of(EligibilityRule rule) {
        return new EligibilityView(rule.id, rule.version, rule.programId, rule.ruleVersion, rule.conditions);
    }
}
