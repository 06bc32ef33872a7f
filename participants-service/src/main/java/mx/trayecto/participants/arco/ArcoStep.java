package mx.trayecto.participants.arco;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import mx.trayecto.platform.tenancy.TenantEntity;

/** One step of a request's way. It is never changed. */
@Entity
@Immutable
@Table(name = "arco_step")
class ArcoStep extends TenantEntity {
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "participant_id")
    UUID participantId;

    @Enumerated(EnumType.STRING)
    Step step;

    @Column(name = "taken_on")
    LocalDate takenOn;

    String subject;

    /** A text, sealed under her key; null where nothing was written. */
    byte[] note;

    protected ArcoStep() {}

    ArcoStep(ArcoRequest request, Step step, LocalDate on, String subject, byte[] note) {
        super(request.tenantId);
        requestId = request.id;
        participantId = request.participantId;
        this.step = step;
        takenOn = on;
        this.subject = subject;
        this.note = note;
    }
}
