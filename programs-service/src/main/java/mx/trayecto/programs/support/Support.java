package mx.trayecto.programs.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.DocumentReference;
import mx.trayecto.platform.text.Money;

/** What an institution was given: an IMEF or an IMM that a programme strengthens. It is a beneficiary, and no person. */
@Entity
@Table(name = "institutional_support")
class Support extends TenantEntity {
    @Column(name = "organization_id")
    UUID organizationId;

    @Column(name = "program_id")
    UUID programId;

    @Column(name = "agreement_id")
    UUID agreementId;

    @Enumerated(EnumType.STRING)
    SupportKind kind;

    /** Null where it is not known, which is no zero. */
    BigDecimal amount;

    String currency;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    DocumentReference document;

    boolean mistaken;

    protected Support() {}

    Support(UUID tenant, GiveSupport command) {
        super(tenant);
        describe(command);
    }

    void describe(GiveSupport command) {
        organizationId = command.organization();
        programId = command.program();
        agreementId = command.agreement();
        kind = command.kind();
        amount = command.amount() == null
                ? null
                : new BigDecimal(command.amount().amount()).setScale(2);
        currency = command.amount() == null ? null : command.amount().currency();
        startsOn = command.startsOn();
        endsOn = command.endsOn();
        document = command.document();
        mistaken = command.mistaken();
    }

    Money money() {
        return amount == null ? null : new Money(amount.toPlainString(), currency);
    }
}
