package mx.trayecto.programs.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.DocumentReference;
import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.field.Succession;

/** A convenio: who funds, answers for and carries out what, from when to when, with how much money. */
@Entity
public class Agreement extends TenantEntity {
    public String number;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual title;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Party> parties;

    @Column(name = "starts_on")
    public LocalDate startsOn;

    @Column(name = "ends_on")
    public LocalDate endsOn;

    /** One amount per currency; not conversions of each other. None means unknown, which is not zero. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Money> amounts;

    /** The key in the federal budget; outlives a programme's renaming. */
    @Column(name = "budget_key")
    public String budgetKey;

    /** The agreement that it renews or takes the place of. */
    @Column(name = "succeeds_id")
    public UUID succeedsId;

    /** What it is set down in. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<DocumentReference> documents;

    protected Agreement() {}

    Agreement(UUID tenant, SignAgreement command) {
        super(tenant);
        describe(command);
    }

    public static Optional<Agreement> find(UUID id) {
        return findByIdOptional(id);
    }

    void describe(SignAgreement command) {
        number = command.number();
        title = command.title();
        parties = command.parties();
        startsOn = command.startsOn();
        endsOn = command.endsOn();
        amounts = command.amounts();
        budgetKey = Succession.budgetKey(
                command.budgetKey(),
                command.succeeds(),
                succeedsId,
                id -> find(id).map(earlier -> earlier.budgetKey).orElse(null));
        succeedsId = command.succeeds();
        documents = command.documents();
    }
}
