package mx.trayecto.participants.collectives;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Publishes;
import mx.trayecto.platform.outbox.Topic;

/** Tells other services of collectives and who is in them, in codes: never a name. */
@ApplicationScoped
class CollectiveEvents implements Publishes {
    private static final Topic TOPIC = new Topic("trayecto.collectives.v1", false);
    private static final String TYPE = "mx.trayecto.collective.";

    @Inject
    Outbox outbox;

    /** A collective as it now is. */
    record Described(
            UUID collective,
            CollectiveKind kind,
            Sector sector,
            String municipality,
            LegalForm legalForm,
            Trademark.Status trademark,
            LocalDate registeredOn,
            LocalDate formedOn,
            LocalDate dissolvedOn,
            UUID center) {}

    /** A membership as it now is; `leftOn` only once she has left. */
    record Membership(
            UUID collective,
            UUID member,
            UUID participant,
            MemberRole role,
            Sector sector,
            String municipality,
            LocalDate joinedOn,
            LocalDate leftOn) {}

    @Override
    public List<Topic> topics() {
        return List.of(TOPIC);
    }

    void registered(Collective c) {
        outbox.append(TOPIC, c.id, TYPE + "registered.v1", described(c));
    }

    void changed(Collective c) {
        outbox.append(TOPIC, c.id, TYPE + "changed.v1", described(c));
    }

    /** She is in it, also where her role or a date was corrected: the last word on a membership holds. */
    void joined(Collective c, Member m) {
        outbox.append(TOPIC, c.id, TYPE + "member-joined.v1", membership(c, m));
    }

    void left(Collective c, Member m) {
        outbox.append(TOPIC, c.id, TYPE + "member-left.v1", membership(c, m));
    }

    private static Described described(Collective c) {
        return new Described(
                c.id,
                c.kind,
                c.sector,
                c.municipality,
                c.legalForm,
                c.trademark == null ? null : c.trademark.status(),
                c.registeredOn,
                c.formedOn,
                c.dissolvedOn,
                c.centerId);
    }

    private static Membership membership(Collective c, Member m) {
        return new Membership(c.id, m.id, m.participantId, m.role, c.sector, c.municipality, m.joinedOn, m.leftOn);
    }
}
