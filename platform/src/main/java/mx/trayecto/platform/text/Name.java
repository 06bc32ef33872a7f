package mx.trayecto.platform.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A part of a person's name: letters with their marks, spaces, apostrophes, hyphens and dots, at most 80 characters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "^(?=.*\\p{L})[\\p{L}\\p{M} .'’´`-]{1,80}$")
@ReportAsSingleViolation
public @interface Name {
    String message() default "{mx.trayecto.name}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
