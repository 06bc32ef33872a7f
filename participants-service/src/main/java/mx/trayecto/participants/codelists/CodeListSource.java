package mx.trayecto.participants.codelists;

import java.util.List;

/** Gives the lists of codes that a feature works with; all beans of this type together are what is served. */
public interface CodeListSource {
    /** Within a transaction, each in its latest version. */
    List<CodeList> lists();
}
