package mx.trayecto.platform.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** The ISO 4217 code of money that is or was in use; not of metals, funds, tests or the absence of one. Null is valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Currency.Check.class)
public @interface Currency {
    String message() default "{mx.trayecto.currency}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule of {@link Currency}. */
    class Check implements ConstraintValidator<Currency, String> {
        private static final Set<String> FUNDS =
                Set.of("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "USS", "UYI", "UYW");

        private static final Set<String> CODES = java.util.Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(java.util.Currency::getCurrencyCode)
                .filter(code -> !FUNDS.contains(code))
                .collect(Collectors.toUnmodifiableSet());

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || CODES.contains(value);
        }
    }
}
