package mx.trayecto.programs.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** What stands somewhere in Mexico, by INEGI's codes: state of two digits, municipality of five, always text. */
public interface Place {
    String STATE = "^(0[1-9]|[12][0-9]|3[0-2])$";

    /** 000 is INEGI's code for the state as a whole and names no municipality. */
    String MUNICIPALITY = "^(0[1-9]|[12][0-9]|3[0-2])(?!000)[0-9]{3}$";

    String STATE_MESSAGE = "{mx.trayecto.programs.state}";

    String MUNICIPALITY_MESSAGE = "{mx.trayecto.programs.municipality}";

    String state();

    String municipality();

    /** The municipality lies in the state. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Check.class)
    @interface Consistent {
        String message() default "{mx.trayecto.programs.place}";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** The rule of {@link Consistent}. */
    class Check implements ConstraintValidator<Consistent, Place> {
        @Override
        public boolean isValid(Place place, ConstraintValidatorContext context) {
            if (place.municipality() == null
                    || place.state() != null && place.municipality().startsWith(place.state())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("municipality")
                    .addConstraintViolation();
            return false;
        }
    }
}
