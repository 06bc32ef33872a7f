package mx.trayecto.participants.registry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.consents.Consent;
import mx.trayecto.participants.consents.GiveConsent;

/** Writes a person's consents down: her standing on the record, each word of hers in the log. */
@ApplicationScoped
class ConsentLog {
    static List<GiveConsent> both(List<GiveConsent> one, List<GiveConsent> other) {
        List<GiveConsent> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** What she was not heard to say before: a record that is sent again does not repeat her. */
    List<GiveConsent> unheard(Participant p, List<GiveConsent> given) {
        return given.stream()
                .filter(consent -> !Consent.heard(p.tenantId, p.id, p.consents, consent))
                .toList();
    }

    /** Changes where she stands. */
    void apply(Participant p, List<GiveConsent> given, Instant now) {
        given.forEach(consent -> p.consent(consent, now));
    }

    /** Adds to the log; her row must be stored. A minor's consents are her guardian's. */
    List<Consent> store(Participant p, Identity identity, List<GiveConsent> given, Instant now) {
        List<Consent> stored = new ArrayList<>();
        for (GiveConsent consent : given) {
            Instant at = consent.at() == null ? now : consent.at();
            boolean minor = identity.minorOn(at.atZone(ZoneOffset.UTC).toLocalDate());
            Consent entry = new Consent(p.tenantId, p.id, consent, minor, now);
            entry.persist();
            stored.add(entry);
        }
        return stored;
    }
}
