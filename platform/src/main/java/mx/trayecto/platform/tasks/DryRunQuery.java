package mx.trayecto.platform.tasks;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** Whether something large is only tried. Read as text: whatever is no boolean would otherwise be done for good. */
public class DryRunQuery {
    @QueryParam("dryRun")
    @DefaultValue("false")
    @Parameter(
            description = "Only tells what would come of it, each row as things stand before; nothing of it remains",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public String dryRun;

    /** @throws ProblemException 422 where it is neither true nor false */
    public boolean dryRun() {
        return switch (dryRun) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw ProblemException.of(CommonProblem.VALIDATION)
                        .error("dryRun", "boolean", "debe ser true o false", "must be true or false");
        };
    }
}
