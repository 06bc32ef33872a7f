package mx.trayecto.platform.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * An id that does not name its person: not shaped like a CURP, a voter's key, an RFC, an e-mail address or a Mexican
 * phone number, with or without separators. Ten digits that begin with a year, such as a portal's folio, are no phone:
 * no Mexican area code begins with 20 or 19.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Opaque.Check.class)
public @interface Opaque {
    String message() default "{mx.trayecto.opaque}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule of {@link Opaque}. */
    class Check implements ConstraintValidator<Opaque, String> {
        private static final Pattern PERSONAL = Pattern.compile(
                "[A-ZÑ]{4}\\d{6}[A-Z]{6}[A-Z0-9]{2}" // CURP
                        + "|[A-ZÑ]{6}\\d{8}[HMX]\\d{3}" // clave de elector
                        + "|[A-ZÑ]{3,4}\\d{6}[A-Z0-9]{3}" // RFC
                        + "|(52)?1?(?!19|20)[1-9]\\d{9}"); // phone, national or with the country's code

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || !personal(value);
        }

        /** Whether the text has the shape of something that names a person. */
        public static boolean personal(String value) {
            String bare = value.toUpperCase(Locale.ROOT).replaceAll("[^A-ZÑ0-9@]", "");
            return value.contains("@") || PERSONAL.matcher(bare).matches();
        }
    }
}
