package mx.trayecto.programs.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A key in the federal budget, such as {@code S010}: it outlives the renaming of what it pays for. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "^[A-Z0-9]{1,10}$")
@ReportAsSingleViolation
public @interface BudgetKey {
    String message() default "{mx.trayecto.programs.budget-key}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
