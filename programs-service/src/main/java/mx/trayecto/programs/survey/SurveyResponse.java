package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import com.fasterxml.jackson.databind.JsonNode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.instrument.Instrument;
import mx.trayecto.programs.instrument.InstrumentKind;

/** A woman's answers to one version of an instrument. */
@Entity
@Table(name = "survey_response")
class SurveyResponse extends TenantEntity {
    @Column(name = "enrollment_id", updatable = false)
    UUID enrollmentId;

    @Column(name = "instrument_id", updatable = false)
    UUID instrumentId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    InstrumentKind kind;

    @Column(name = "answered_on")
    LocalDate answeredOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, JsonNode> answers;

    /** The language she answered in; null where it was not said. No event tells of it: it would tell of whom she is one. */
    String language;

    /** Free texts by question, sealed under her key; null where there are none. */
    byte[] texts;

    @Column(name = "recorded_by")
    String recordedBy;

    /** Code of the last correction's reason. */
    String reason;

    protected SurveyResponse() {}

    SurveyResponse(Enrollment enrollment, Instrument instrument) {
        super(enrollment.tenantId);
        enrollmentId = enrollment.id;
        instrumentId = instrument.id;
        kind = instrument.kind;
    }

    static Optional<SurveyResponse> find(UUID enrollment, UUID id) {
        return find("enrollmentId = ?1 AND id = ?2", enrollment, id).firstResultOptional();
    }

    static Optional<SurveyResponse> lock(UUID enrollment, UUID id) {
        return SurveyResponse.<SurveyResponse>find("enrollmentId = ?1 AND id = ?2", enrollment, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * The other answers of hers that leave no room for these, before these are written: entry and exit are answered
     * once, any instrument once a day.
     */
    Optional<UUID> another() {
        return getEntityManager()
                .createQuery("""
                        select id from SurveyResponse
                         where enrollmentId = :enrollment and id <> :self
                           and (kind = :kind and kind in (ENTRY, EXIT)
                                or instrumentId = :instrument and answeredOn = :on)
                         order by id""", UUID.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("enrollment", enrollmentId)
                .setParameter("self", id)
                .setParameter("kind", kind)
                .setParameter("instrument", instrumentId)
                .setParameter("on", answeredOn)
                .getResultStream()
                .findFirst();
    }

    /**
     * @param in the language she answered in, may be null
     * @param why of a correction, null of the first answers
     */
    void answer(LocalDate on, String in, Answers given, byte[] sealedTexts, String by, AnswerCorrection why) {
        answeredOn = on;
        language = in;
        answers = given.coded();
        texts = sealedTexts;
        recordedBy = by;
        reason = why == null ? null : why.code();
    }
}
