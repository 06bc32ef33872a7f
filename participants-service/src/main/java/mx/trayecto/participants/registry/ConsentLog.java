package mx.trayecto.participants.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.consents.Consent;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.consents.Said;
import mx.trayecto.platform.outbox.Positions;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Compartments;

/** Writes a person's consents down: her standing on the record, each word of hers in the log. */
@ApplicationScoped
class ConsentLog {
    @Inject
    RegistryConfig config;

    @Inject
    Records records;

    @Inject
    Compartments compartments;

    @Inject
    Snapshots snapshots;

    @Inject
    Protection protection;

    @Inject
    Positions positions;

    @Inject
    Sql sql;

    static List<GiveConsent> both(List<GiveConsent> one, List<GiveConsent> other) {
        List<GiveConsent> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** What she was not heard to say before: a record that is sent again does not repeat her. */
    List<GiveConsent> unheard(Participant p, List<GiveConsent> given) {
        if (given.isEmpty()) {
            return given;
        }
        List<UUID> hers = records.shown(p);
        Said said = Said.under(p.tenantId, hers);
        return given.stream()
                .filter(consent -> !said.heard(hers, p.consents, consent))
                .toList();
    }

    /** Changes where she stands. */
    void apply(Participant p, List<GiveConsent> given, Instant now) {
        given.forEach(consent -> p.consent(consent, now));
    }

    /**
     * Adds to the log; her row must be stored. A minor's consents are her guardian's. What is said under a merged record
     * is noted there, so that it stays there when the merge is taken back, and until then holds for the woman.
     */
    List<Consent> store(Participant p, Identity identity, List<GiveConsent> given, Instant now) {
        List<Consent> stored = new ArrayList<>();
        for (GiveConsent consent : given) {
            Instant at = consent.at() == null ? now : consent.at();
            boolean minor = identity.minorOn(LocalDate.ofInstant(at, config.zone()));
            Consent entry = new Consent(p.tenantId, p.id, consent, minor, now);
            entry.persist();
            stored.add(entry);
        }
        if (p.mergedInto != null && !given.isEmpty()) {
            compartments.beyond(() -> passOn(records.survivor(p), given, now));
            if (!protection.open(p)) {
                sql.execute(); // so that its position is noted by now,
                positions.clear(); // which would tell into which record she was merged
            }
        }
        return stored;
    }

    private Participant passOn(Participant stands, List<GiveConsent> given, Instant now) {
        ParticipantChanged told = ParticipantChanged.of(stands);
        apply(stands, given, now);
        snapshots.publish(told, stands);
        return stands;
    }
}
