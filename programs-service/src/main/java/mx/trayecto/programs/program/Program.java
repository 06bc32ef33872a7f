package mx.trayecto.programs.program;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.field.Succession;

/** A programme: what is offered, by whom, to whom, and on which ground personal data are held for it. */
@Entity
public class Program extends TenantEntity {
    public String code;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual title;

    @Column(name = "owner_id")
    public UUID ownerId;

    @Enumerated(EnumType.STRING)
    public Audience audience;

    /** The public function that the programme's own accounting rests on (LGPDPPSO); consent governs the rest. */
    @Column(name = "lawful_basis")
    public String lawfulBasis;

    @Column(name = "policy_references")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<PolicyReference> policyReferences;

    /** The key in the federal budget; outlives a programme's renaming. */
    @Column(name = "budget_key")
    public String budgetKey;

    @Column(name = "succeeds_id")
    public UUID succeedsId;

    protected Program() {}

    Program(UUID tenant, OfferProgram command) {
        super(tenant);
        describe(command);
    }

    public static Optional<Program> find(UUID id) {
        return findByIdOptional(id);
    }

    void describe(OfferProgram command) {
        code = command.code();
        title = command.title();
        ownerId = command.owner();
        audience = command.audience();
        lawfulBasis = command.lawfulBasis();
        policyReferences = command.policyReferences();
        budgetKey = Succession.budgetKey(
                command.budgetKey(),
                command.succeeds(),
                succeedsId,
                id -> find(id).map(earlier -> earlier.budgetKey).orElse(null));
        succeedsId = command.succeeds();
    }
}
