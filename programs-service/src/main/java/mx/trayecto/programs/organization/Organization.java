package mx.trayecto.programs.organization;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;

/** An institution that owns, funds, runs or receives: from a secretariat to a civil association. */
@Entity
public class Organization extends TenantEntity {
    /** A line of parents or successors longer than this is a mistake in the data. */
    private static final int LONGEST_LINE = 20;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual name;

    public String acronym;

    @Enumerated(EnumType.STRING)
    public OrganizationKind kind;

    public String state;
    public String municipality;

    @Column(name = "parent_id")
    public UUID parentId;

    /** Governments change: the organization that took over from this one. */
    @Column(name = "succeeded_by_id")
    public UUID succeededById;

    protected Organization() {}

    Organization(UUID tenant, RegisterOrganization command) {
        super(tenant);
        describe(command);
    }

    public static Optional<Organization> find(UUID id) {
        return findByIdOptional(id);
    }

    /** Takes the values as they shall be; an organization is never its own parent or successor, however long the line. */
    void describe(RegisterOrganization command) {
        name = command.name();
        acronym = command.acronym();
        kind = command.kind();
        state = command.state();
        municipality = command.municipality();
        parentId = command.parent();
        succeededById = command.succeededBy();
        refuseCircle("/parent", parentId, organization -> organization.parentId);
        refuseCircle("/succeededBy", succeededById, organization -> organization.succeededById);
    }

    private void refuseCircle(String pointer, UUID first, java.util.function.Function<Organization, UUID> onwards) {
        UUID next = first;
        for (int steps = 0; next != null; steps++) {
            if (next.equals(id) || steps == LONGEST_LINE) {
                throw ProblemException.of(CommonProblem.VALIDATION)
                        .error(pointer, "circle", "forma un círculo", "closes a circle");
            }
            next = find(next).map(onwards).orElse(null);
        }
    }
}
