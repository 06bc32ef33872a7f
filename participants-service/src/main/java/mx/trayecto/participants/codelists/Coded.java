package mx.trayecto.participants.codelists;

import mx.trayecto.platform.text.Bilingual;

/** A code of a closed list. How it is written in JSON is its code. */
public interface Coded {
    /** What a person reads for it. */
    Bilingual label();
}
