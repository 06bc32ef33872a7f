package mx.trayecto.participants.registry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.geography.State;
import mx.trayecto.platform.text.Text;

/** Where a person lives, in INEGI's codes: text, because a leading zero belongs to them. */
@Schema(
        description = "Where she lives, in INEGI's codes; the municipality must be of the state, the locality of the"
                + " municipality")
record Residence(
        @NotNull @Pattern(regexp = State.CODE) String state,
        @Pattern(regexp = State.MUNICIPALITY_CODE) String municipality,
        @Pattern(regexp = State.LOCALITY_CODE) String locality,
        @Text(max = 300) String address) {}
