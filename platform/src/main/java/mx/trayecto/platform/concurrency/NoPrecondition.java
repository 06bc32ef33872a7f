package mx.trayecto.platform.concurrency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A PUT, PATCH or DELETE that may come without {@code If-Match}, because its caller owns the whole record, or it never changes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NoPrecondition {}
