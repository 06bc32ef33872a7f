package mx.trayecto.programs.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** What lasts from one date to another, both included; either may be open. */
public interface Period {
    LocalDate startsOn();

    LocalDate endsOn();

    /** The end does not come before the start. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Check.class)
    @interface InOrder {
        String message() default "{mx.trayecto.programs.period}";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** The rule of {@link InOrder}. */
    class Check implements ConstraintValidator<InOrder, Period> {
        @Override
        public boolean isValid(Period period, ConstraintValidatorContext context) {
            if (period.startsOn() == null
                    || period.endsOn() == null
                    || !period.endsOn().isBefore(period.startsOn())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("endsOn")
                    .addConstraintViolation();
            return false;
        }
    }
}
