package mx.trayecto.participants.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.participants.attributes.Attributes;
import mx.trayecto.participants.attributes.Effective;
import mx.trayecto.participants.attributes.History;
import mx.trayecto.participants.attributes.Sensitive;
import mx.trayecto.participants.consents.Consents;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.platform.tenancy.TenantEntity;

/** A person in the registry of one tenant. Who she is stands sealed in {@link #identity}; the rest is codes. */
@Entity
@Table(name = "participant")
class Participant extends TenantEntity {
    @Column(name = "registered_on")
    LocalDate registeredOn;

    byte[] identity;

    @Column(name = "curp_token")
    byte[] curpToken;

    @Column(name = "protected")
    boolean protectedRecord;

    String alias;

    @Column(name = "birth_year")
    int birthYear;

    @Column(name = "birth_month")
    int birthMonth;

    @Embedded
    Attributes attributes;

    @JdbcTypeCode(SqlTypes.JSON)
    Consents consents = Consents.none();

    @JdbcTypeCode(SqlTypes.JSON)
    History history;

    /** The record that stands for this one since a merge. */
    @Column(name = "merged_into")
    UUID mergedInto;

    /** Raised with her references, which stand in a table of their own but in the same representation. */
    @Column(name = "reference_count")
    int references;

    /** From then on she is shown to nobody: the row policy sees to it. */
    @Column(name = "blocked_on")
    LocalDate blockedOn;

    protected Participant() {}

    Participant(UUID tenant, LocalDate registeredOn, Attributes attributes) {
        super(tenant);
        this.registeredOn = registeredOn;
        this.attributes = attributes;
        this.history = History.from(registeredOn, attributes);
    }

    /** Takes her sealed identity, and of her birth what may be counted. */
    void identify(byte[] sealed, LocalDate birthDate, byte[] curpToken) {
        identity = sealed;
        birthYear = birthDate.getYear();
        birthMonth = birthDate.getMonthValue();
        this.curpToken = curpToken;
    }

    /**
     * Becomes what is told of her; what changed keeps its dates.
     *
     * @param mentioned the attributes that the caller speaks of
     * @throws History.Overtaken where a later change is recorded
     */
    void become(Attributes next, Collection<String> mentioned, Effective effective, LocalDate today) {
        history = history.with(attributes, next, mentioned, effective, registeredOn, today);
        attributes = next;
    }

    /** Is shown by alias from now on, or by name again. A former alias is kept, so that it can be used once more. */
    void protect(boolean on, String alias) {
        protectedRecord = on;
        this.alias = alias;
    }

    /** Her data are cancelled: kept, but for nothing other than what the law still asks of the tenant. */
    void block(LocalDate on) {
        blockedOn = on;
    }

    void consent(GiveConsent given, Instant now) {
        consents = consents.with(given, now);
    }

    /** Is read as another record from now on. */
    void mergeInto(UUID survivor) {
        mergedInto = survivor;
    }

    /** Stands by itself again. */
    void stand() {
        mergedInto = null;
    }

    /** Takes over what was said and named under another record: her latest word holds. */
    void hearAlso(Participant other) {
        consents = consents.and(other.consents);
        references += Math.max(1, other.references);
    }

    /** Stands by what was said under these records alone; her representation is another in any case. */
    void hear(Consents said) {
        consents = said;
        references++;
    }

    /** Whether her sensitive attributes may be used. */
    boolean sensitiveDataMayBeUsed() {
        return consents.granted(Purpose.SENSITIVE_DATA);
    }

    /** Whether she took back that she may be contacted. */
    boolean contactWithdrawn() {
        return Boolean.FALSE.equals(consents.states().get(Purpose.CONTACT));
    }

    /** Her attributes as they may be shown and counted now: only with consent what is sensitive, no place if protected. */
    Attributes usable() {
        return sensitiveDataMayBeUsed() ? attributes : Sensitive.without(attributes);
    }

    /** Those of the ids whom the actor sees, in the order of the ids. */
    static List<Participant> inOrder(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Participant> found = Participant.<Participant>list("id IN ?1", ids).stream()
                .collect(Collectors.toMap(participant -> participant.id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
