package mx.trayecto.programs.delivery;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.enrollment.Enrollment;

/** Something a woman got besides training, or asked for. Where it happened stays as it was then. */
@Entity
@Table(name = "delivery")
class Delivery extends TenantEntity {
    @Column(name = "enrollment_id", updatable = false)
    UUID enrollmentId;

    @Column(name = "participant_id", updatable = false)
    UUID participantId;

    @Column(name = "record_hidden", nullable = false, updatable = false)
    boolean recordHidden;

    @Column(name = "program_id", updatable = false)
    UUID programId;

    @Column(name = "cohort_id", updatable = false)
    UUID cohortId;

    @Column(name = "center_id", updatable = false)
    UUID centerId;

    @Column(name = "agreement_id", updatable = false)
    UUID agreementId;

    @Enumerated(EnumType.STRING)
    DeliveryKind kind;

    @Column(name = "institution_id")
    UUID institutionId;

    /** Null where it is not known, which is no zero. */
    BigDecimal amount;

    String currency;

    @Enumerated(EnumType.STRING)
    DeliveryState state;

    @Column(name = "state_on")
    LocalDate stateOn;

    @Column(name = "approved_on")
    LocalDate approvedOn;

    /** Of what was approved; less or more may have been handed over. */
    @Column(name = "approved_amount")
    BigDecimal approvedAmount;

    @Column(name = "approved_currency")
    String approvedCurrency;

    @Enumerated(EnumType.STRING)
    DeliveryRefusal reason;

    /** How the table calls it that it was imported from; null where it was from none. */
    @Column(name = "external_id", updatable = false)
    String externalId;

    /** A digest of what the table's row said, to know it again after further steps; null where it was from none. */
    @Column(name = "row_digest", updatable = false)
    byte[] rowDigest;

    protected Delivery() {}

    Delivery(Enrollment of, RecordDelivery command, LocalDate on, String externalId) {
        super(of.tenantId);
        this.externalId = externalId;
        rowDigest = externalId == null ? null : digest(command);
        enrollmentId = of.id;
        participantId = of.participantId;
        recordHidden = of.recordHidden;
        programId = of.programId;
        cohortId = of.cohortId;
        centerId = of.centerId;
        agreementId = of.agreementId;
        kind = command.kind();
        institutionId = command.institution();
        worth(command.amount());
        come(command.state(), on);
    }

    static Optional<Delivery> find(UUID enrollment, String externalId) {
        return find("enrollmentId = ?1 AND externalId = ?2", enrollment, externalId)
                .firstResultOptional();
    }

    /** Whether a table's row said this when it was imported, or it is just that now. */
    boolean says(RecordDelivery told) {
        return MessageDigest.isEqual(rowDigest, digest(told)) || is(told);
    }

    private boolean is(RecordDelivery told) {
        return kind == told.kind()
                && Objects.equals(institutionId, told.institution())
                && Objects.equals(amount, decimal(told.amount()))
                && Objects.equals(
                        currency, told.amount() == null ? null : told.amount().currency())
                && state == told.state()
                && stateOn.equals(told.on());
    }

    /** The delivery under a row lock that lasts until the transaction ends. */
    static Delivery lock(UUID id) {
        return Delivery.<Delivery>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemException::notFound);
    }

    void approve(LocalDate on, Money approved) {
        step(EnumSet.of(DeliveryState.REQUESTED), on);
        if (approved != null) {
            worth(approved);
        }
        come(DeliveryState.APPROVED, on);
    }

    void handOver(LocalDate on, Money given) {
        step(EnumSet.of(DeliveryState.REQUESTED, DeliveryState.APPROVED), on);
        come(DeliveryState.DELIVERED, on);
        if (given != null) {
            worth(given);
        }
    }

    void refuse(LocalDate on, DeliveryRefusal why) {
        step(EnumSet.of(DeliveryState.REQUESTED, DeliveryState.APPROVED), on);
        come(DeliveryState.REJECTED, on);
        reason = why;
    }

    /** Takes the values as they should have been. */
    void correct(CorrectDelivery told) {
        kind = told.kind();
        institutionId = told.institution();
        worth(told.amount());
        if (told.state() != DeliveryState.APPROVED) {
            boolean asked = told.state() == DeliveryState.REQUESTED;
            approved(asked ? null : told.approvedOn(), asked ? null : told.approved());
        }
        come(told.state(), told.on());
        reason = told.reason();
    }

    Money money() {
        return amount == null ? null : new Money(amount.toPlainString(), currency);
    }

    Money approved() {
        return approvedAmount == null ? null : new Money(approvedAmount.toPlainString(), approvedCurrency);
    }

    private void worth(Money money) {
        amount = decimal(money);
        currency = money == null ? null : money.currency();
    }

    private void approved(LocalDate on, Money money) {
        approvedOn = on;
        approvedAmount = decimal(money);
        approvedCurrency = money == null ? null : money.currency();
    }

    /** Of every field by its meaning: 100 and 100.00 are the same amount. */
    private static byte[] digest(RecordDelivery told) {
        String said = Stream.of(
                        told.kind(),
                        told.institution(),
                        decimal(told.amount()),
                        told.amount() == null ? null : told.amount().currency(),
                        told.state(),
                        told.on())
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw ProblemException.of(CommonProblem.INTERNAL);
        }
    }

    private static BigDecimal decimal(Money money) {
        return money == null ? null : new BigDecimal(money.amount()).setScale(2);
    }

    private void come(DeliveryState to, LocalDate on) {
        state = to;
        stateOn = on;
        reason = null;
        if (to == DeliveryState.APPROVED) {
            approved(on, money());
        }
    }

    private void step(Set<DeliveryState> from, LocalDate on) {
        if (!from.contains(state)) {
            throw ProblemException.of(DeliveryProblem.ILLEGAL_STEP)
                    .detail(
                            "La entrega está " + state.es() + ".",
                            "The delivery is " + state.name().toLowerCase() + ".");
        }
        if (on.isBefore(stateOn)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            "/on",
                            "before-last-step",
                            "no puede ser anterior al último paso de la entrega",
                            "must not be before the delivery's last step");
        }
    }
}
