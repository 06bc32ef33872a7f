package mx.trayecto.platform.storage;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * What was looked up in this transaction already, for rules that ask the same of row after row. Only for what the
 * transaction itself leaves as it is.
 */
@ApplicationScoped
public class Recollection {
    @Inject
    TransactionSynchronizationRegistry transaction;

    /** What somebody has looked up by now, to be read and added to; it ends with the transaction. */
    @SuppressWarnings("unchecked")
    public <K, V> Map<K, V> of(Class<?> whose) {
        Map<K, V> known = (Map<K, V>) transaction.getResource(whose);
        if (known == null) {
            known = new HashMap<>();
            transaction.putResource(whose, known);
        }
        return known;
    }
}
