package mx.trayecto.programs.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** No two entries of a list are equal, or equal in one component. Null is valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Distinct.Check.class)
public @interface Distinct {
    /** The record component that must differ; the whole entry where empty. */
    String by() default "";

    String message() default "{mx.trayecto.programs.unique}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule of {@link Distinct}. */
    class Check implements ConstraintValidator<Distinct, List<?>> {
        private String by;

        @Override
        public void initialize(Distinct annotation) {
            by = annotation.by();
        }

        @Override
        public boolean isValid(List<?> list, ConstraintValidatorContext context) {
            if (list == null) {
                return true;
            }
            Set<Object> seen = new HashSet<>();
            return list.stream()
                    .filter(Objects::nonNull)
                    .map(this::key)
                    .filter(Objects::nonNull)
                    .allMatch(seen::add);
        }

        private Object key(Object entry) {
            if (by.isEmpty()) {
                return entry;
            }
            try {
                var component = entry.getClass().getDeclaredMethod(by);
                component.setAccessible(true);
                return component.invoke(entry);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("no component " + by, e);
            }
        }
    }
}
