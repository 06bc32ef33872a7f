package mx.trayecto.platform.concurrency;

import java.util.UUID;

/** A representation of one resource at one version. */
public interface Versioned {
    UUID id();

    long version();

    /** Set where another reader gets another representation of the same version (language, alias); part of the ETag. */
    default String variant() {
        return null;
    }
}
