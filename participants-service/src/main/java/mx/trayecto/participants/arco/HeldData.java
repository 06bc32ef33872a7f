package mx.trayecto.participants.arco;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.participants.breakglass.AccessView;
import mx.trayecto.participants.consents.ConsentView;
import mx.trayecto.participants.duplicates.Likened;
import mx.trayecto.participants.registry.Held;
import mx.trayecto.participants.registry.MergeView;
import mx.trayecto.platform.text.Bilingual;

/**
 * All that is held of a person, here and in programs-service.
 *
 * @param tenant who answers for it (responsable)
 * @param registry the record that stands for her
 * @param mergedRecords those that were merged into it
 * @param comparisons what was found like her records; whose else it is is not hers to know
 * @param programs what programs-service holds under any of her records, as it tells it
 * @param elsewhere what else is held under her ids: not in here, to be fetched there
 */
record HeldData(
        UUID tenant,
        UUID request,
        Instant generatedAt,
        Bilingual about,
        Held registry,
        List<Held> mergedRecords,
        List<MergeView> merges,
        List<ConsentView> consents,
        List<Map<String, Object>> centers,
        List<Map<String, Object>> applications,
        List<Map<String, Object>> collectives,
        List<Map<String, Object>> deliveries,
        List<Likened> comparisons,
        List<AccessView> identityAccesses,
        List<ArcoView> arcoRequests,
        JsonNode programs,
        List<Elsewhere> elsewhere) {

    /** Something that another service holds. */
    record Elsewhere(String service, Bilingual what, String path) {}
}
