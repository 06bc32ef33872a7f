package mx.trayecto.participants.consents;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import mx.trayecto.platform.tenancy.TenantEntity;

/** One consent given or withdrawn. It is never changed: a withdrawal is another one. */
@Entity
@Immutable
@Table(name = "consent")
public class Consent extends TenantEntity {
    @Column(name = "participant_id")
    UUID participantId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Column(name = "notice_version")
    String noticeVersion;

    @Enumerated(EnumType.STRING)
    Channel channel;

    boolean granted;

    @Column(name = "given_at")
    Instant givenAt;

    @Column(name = "by_guardian")
    boolean byGuardian;

    protected Consent() {}

    public Consent(UUID tenant, UUID participant, GiveConsent given, boolean byGuardian, Instant now) {
        super(tenant);
        participantId = participant;
        purpose = given.purpose();
        noticeVersion = given.noticeVersion();
        channel = given.channel();
        granted = given.granted();
        givenAt = given.at() == null ? now : given.at();
        this.byGuardian = byGuardian;
    }

    /** Whether a word is one that she was already heard to say: told again, it is not written down again. */
    public static boolean heard(UUID tenant, Collection<UUID> records, Consents standing, GiveConsent given) {
        return given.at() == null
                ? standing.repeats(given)
                : count(
                                "tenantId = ?1 and participantId in ?2 and purpose = ?3 and granted = ?4"
                                        + " and noticeVersion = ?5 and givenAt = ?6",
                                tenant,
                                records,
                                given.purpose(),
                                given.granted(),
                                given.noticeVersion(),
                                given.at())
                        > 0;
    }

    /** Where a woman stands by all that was said under these records of hers. */
    public static Consents standing(UUID tenant, Collection<UUID> records) {
        Consents standing = Consents.none();
        for (Consent said :
                Consent.<Consent>list("tenantId = ?1 and participantId in ?2 order by id", tenant, records)) {
            standing = standing.with(said.word(), said.givenAt);
        }
        return standing;
    }

    private GiveConsent word() {
        return new GiveConsent(purpose, noticeVersion, channel, granted, givenAt);
    }
}
