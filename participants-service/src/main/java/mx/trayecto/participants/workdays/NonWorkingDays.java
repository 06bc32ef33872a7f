package mx.trayecto.participants.workdays;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;

/** Days on which a tenant does not work, as it declared them; never changed. */
@Entity
@Immutable
@Table(name = "non_working_days")
class NonWorkingDays extends TenantEntity {
    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    @Column(name = "reason_es")
    String reasonEs;

    @Column(name = "reason_en")
    String reasonEn;

    protected NonWorkingDays() {}

    NonWorkingDays(UUID tenant, DeclareNonWorkingDays command) {
        super(tenant);
        firstDay = command.firstDay();
        lastDay = command.lastDay();
        reasonEs = command.reason().es();
        reasonEn = command.reason().en();
    }

    Bilingual reason() {
        return new Bilingual(reasonEs, reasonEn);
    }
}
