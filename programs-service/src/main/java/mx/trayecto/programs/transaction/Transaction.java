package mx.trayecto.programs.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.DocumentReference;
import mx.trayecto.platform.text.Money;

/** Money of an agreement that was promised, came in, was passed on or spent. */
@Entity
@Table(name = "agreement_transaction")
class Transaction extends TenantEntity {
    @Column(name = "agreement_id")
    UUID agreementId;

    @Enumerated(EnumType.STRING)
    TransactionKind kind;

    /** The key that its agreement has in the federal budget. */
    @Formula("(SELECT a.budget_key FROM agreement a WHERE a.tenant_id = tenant_id AND a.id = agreement_id)")
    String budgetKey;

    String reference;

    @Column(name = "made_on")
    LocalDate madeOn;

    BigDecimal amount;

    String currency;

    @Column(name = "value_on")
    LocalDate valueOn;

    @Column(name = "provider_id")
    UUID providerId;

    @Column(name = "receiver_id")
    UUID receiverId;

    @JdbcTypeCode(SqlTypes.JSON)
    Bilingual description;

    @JdbcTypeCode(SqlTypes.JSON)
    DocumentReference document;

    protected Transaction() {}

    Transaction(UUID tenant, RecordTransaction command) {
        super(tenant);
        describe(command);
    }

    void describe(RecordTransaction command) {
        agreementId = command.agreement();
        kind = command.kind();
        reference = command.reference();
        madeOn = command.on();
        amount = new BigDecimal(command.amount().amount()).setScale(2);
        currency = command.amount().currency();
        valueOn = command.valueOn();
        providerId = command.provider();
        receiverId = command.receiver();
        description = command.description();
        document = command.document();
    }

    Money amount() {
        return new Money(amount.toPlainString(), currency);
    }
}
