package mx.trayecto.programs.instrument;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A question has options exactly where its type needs them, and bounds exactly where it is a scale. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Typed.Check.class)
@interface Typed {
    String message() default "{mx.trayecto.programs.question}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule of {@link Typed}. */
    class Check implements ConstraintValidator<Typed, Question> {
        @Override
        public boolean isValid(Question question, ConstraintValidatorContext context) {
            if (question.type() == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            if (question.type().hasOptions()
                    ? question.options().size() < 2
                    : !question.options().isEmpty()) {
                return fault(context, "options");
            }
            if (question.type() == QuestionType.SCALE) {
                return question.from() != null && question.to() != null && question.from() < question.to()
                        || fault(context, "to");
            }
            return question.from() == null && question.to() == null || fault(context, "from");
        }

        private static boolean fault(ConstraintValidatorContext context, String component) {
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode(component)
                    .addConstraintViolation();
            return false;
        }
    }
}
