package mx.trayecto.participants.references;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.text.Opaque;

/**
 * How another system calls a person.
 *
 * @param sourceSystem the system's name
 * @param externalId that system's own id, which says nothing about her: it stands in URLs
 */
@Schema(
        description =
                "How another system calls a person. The id must not be a CURP, RFC, e-mail address or phone number. To"
                        + " those who may not see a protected record its reference is as free as one that nobody has")
public record Reference(
        @NotNull @Pattern(regexp = Reference.SOURCE_SYSTEM) String sourceSystem,

        @NotNull @Pattern(regexp = Reference.EXTERNAL_ID) @Opaque
        String externalId) {

    public static final String SOURCE_SYSTEM = "^[a-z][a-z0-9-]{1,39}$";
    public static final String EXTERNAL_ID = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$";

    /**
     * A reference named in a path.
     *
     * @throws ProblemException 422 where it does not have the form of one, or names the person herself
     */
    public static Reference of(String sourceSystem, String externalId) {
        ProblemException problem = ProblemException.of(CommonProblem.VALIDATION);
        if (!sourceSystem.matches(SOURCE_SYSTEM)) {
            problem.error("sourceSystem", "pattern", "no tiene la forma debida", "does not have the form it must have");
        }
        if (!externalId.matches(EXTERNAL_ID)) {
            problem.error("externalId", "pattern", "no tiene la forma debida", "does not have the form it must have");
        } else if (Opaque.Check.personal(externalId)) {
            problem.error("externalId", "opaque", "no debe nombrar a la persona", "must not name the person");
        }
        if (problem.hasErrors()) {
            throw problem;
        }
        return new Reference(sourceSystem, externalId);
    }
}
