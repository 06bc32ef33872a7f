package mx.trayecto.programs.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A code that people give to things: letters, digits, dot, hyphen, underscore and slash, at most 60 characters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$")
@ReportAsSingleViolation
public @interface Code {
    String message() default "{mx.trayecto.programs.code}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
