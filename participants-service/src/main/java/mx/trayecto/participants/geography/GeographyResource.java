package mx.trayecto.participants.geography;

import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Places in INEGI's codes. */
@Path("/v1/geography")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Geography", description = "Places in the codes of INEGI")
class GeographyResource {
    @GET
    @Path("states")
    @RolesAllowed("**")
    @Operation(
            summary = "List the 32 states",
            description = "INEGI's codes and names, and the letters of a CURP. Who was born abroad has the birth state"
                    + " `NE`, here and in a CURP: the code list `birth-state` has it beside these.")
    public States listStates() {
        return new States(Arrays.stream(State.values())
                .map(state -> new StateView(state.code(), state.officialName(), state.letters()))
                .toList());
    }

    /** A state. */
    @Schema(name = "State")
    record StateView(
            @Schema(description = "INEGI's two digits") String code,
            @Schema(description = "Official name") String name,
            @Schema(description = "Letters in a CURP") String curp) {}

    /** All states. */
    @Schema(name = "States")
    record States(List<StateView> items) {}
}
