package mx.trayecto.programs.center;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A centre is not closed before it was opened. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OpeningInOrder.Check.class)
@interface OpeningInOrder {
    String message() default "{mx.trayecto.programs.period}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule of {@link OpeningInOrder}. */
    class Check implements ConstraintValidator<OpeningInOrder, OpenCenter> {
        @Override
        public boolean isValid(OpenCenter center, ConstraintValidatorContext context) {
            if (center.openedOn() == null
                    || center.closedOn() == null
                    || !center.closedOn().isBefore(center.openedOn())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("closedOn")
                    .addConstraintViolation();
            return false;
        }
    }
}
