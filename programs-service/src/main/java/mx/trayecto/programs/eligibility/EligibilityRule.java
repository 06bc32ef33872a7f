package mx.trayecto.programs.eligibility;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A version of whom a programme is for. Earlier ones stay, because people were judged by them. */
@Entity
@Immutable
@Table(name = "eligibility_rule")
class EligibilityRule extends TenantEntity {
    @Column(name = "program_id")
    UUID programId;

    @Column(name = "rule_version")
    int ruleVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Condition> conditions;

    protected EligibilityRule() {}

    EligibilityRule(UUID tenant, UUID program, int ruleVersion, SetEligibility command) {
        super(tenant);
        this.programId = program;
        this.ruleVersion = ruleVersion;
        this.conditions = command.conditions();
    }

    /** The one that holds now. */
    static Optional<EligibilityRule> newest(UUID program) {
        return find("programId = ?1 order by ruleVersion desc", program).firstResultOptional();
    }
}
