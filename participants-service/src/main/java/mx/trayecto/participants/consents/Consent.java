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
