package mx.trayecto.platform.audit;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** Which part of the chain to check, and against what. */
public class VerificationQuery {
    private static final String LARGEST = "999999999999999999";

    @QueryParam("after")
    @Parameter(
            description = "`next` of the answer before; from the beginning where absent",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0", maximum = LARGEST))
    public String after;

    @QueryParam("number")
    @Parameter(
            description = "Number of a seal that was kept; together with `seal`",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1", maximum = LARGEST))
    public String number;

    @QueryParam("seal")
    @Parameter(
            description = "That seal: it must be in the chain",
            schema = @Schema(type = SchemaType.STRING, pattern = "[0-9a-f]{36}"))
    public String seal;

    long after() {
        return whole("after", after == null ? "0" : after);
    }

    Verification.Kept kept() {
        if (number == null && seal == null) {
            return null;
        }
        if (number == null || seal == null || !seal.matches("[0-9a-f]{36}")) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            "seal",
                            "pattern",
                            "número y sello van juntos, como se entregaron",
                            "number and seal belong together, as they were given");
        }
        return new Verification.Kept(whole("number", number), seal);
    }

    private static long whole(String name, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            name,
                            "range",
                            "debe ser un número entero desde cero",
                            "must be a whole number from zero on");
        }
        return Long.parseLong(text);
    }
}
