package mx.trayecto.programs.agreement;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import mx.trayecto.platform.text.Money;

/** Money that is given, not owed. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotNegative.Check.class)
@interface NotNegative {
    String message() default "{mx.trayecto.programs.not-negative}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule of {@link NotNegative}. */
    class Check implements ConstraintValidator<NotNegative, Money> {
        @Override
        public boolean isValid(Money money, ConstraintValidatorContext context) {
            if (money == null || money.amount() == null || !money.amount().startsWith("-")) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("amount")
                    .addConstraintViolation();
            return false;
        }
    }
}
