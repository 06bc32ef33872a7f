package mx.trayecto.programs.staff;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a member of staff was qualified, as activities of the same kinds are. */
enum QualificationKind {
    @JsonProperty("training")
    TRAINING,
    /** She holds a certificate of competence since. */
    @JsonProperty("certification")
    CERTIFICATION
}
