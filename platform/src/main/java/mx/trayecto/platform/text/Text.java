package mx.trayecto.platform.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * Text that people write: between one and {@code max} characters, not only blanks, without control characters, NUL,
 * unassigned or private code points, and without emoji unless it is free text. Null is valid.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {
    int max();

    /** Line breaks and emoji are allowed. */
    boolean free() default false;

    String message() default "{mx.trayecto.text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule of {@link Text}. */
    class Check implements ConstraintValidator<Text, String> {
        private Text rule;

        @Override
        public void initialize(Text annotation) {
            rule = annotation;
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null
                    || !value.isBlank()
                            && value.codePointCount(0, value.length()) <= rule.max()
                            && value.codePoints().allMatch(this::allowed);
        }

        private boolean allowed(int c) {
            if (rule.free() && (c == '\n' || c == '\r' || c == '\t')) {
                return true;
            }
            return switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                case Character.FORMAT -> rule.free();
                default -> rule.free() || !Character.isEmojiPresentation(c);
            };
        }
    }
}
