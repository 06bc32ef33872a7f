package mx.trayecto.programs.activity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** Nobody is counted twice: a headcount of all stands alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CountedOnce.Check.class)
@interface CountedOnce {
    String message() default "{mx.trayecto.programs.counted-once}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule of {@link CountedOnce}. */
    class Check implements ConstraintValidator<CountedOnce, ReportActivity> {
        @Override
        public boolean isValid(ReportActivity activity, ConstraintValidatorContext context) {
            if (activity.headcounts().size() < 2
                    || activity.headcounts().stream()
                            .noneMatch(count -> count != null && count.sex() == Headcount.CountedSex.ALL)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("headcounts")
                    .addConstraintViolation();
            return false;
        }
    }
}
