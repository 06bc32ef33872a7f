package mx.trayecto.participants.beneficiaries;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;

/** A register of beneficiaries that the tenant keeps. It holds nobody: who stands in it follows from the deliveries. */
@Entity
@Table(name = "beneficiary_register")
class BeneficiaryRegister extends TenantEntity {
    String code;

    @JdbcTypeCode(SqlTypes.JSON)
    Bilingual title;

    @Column(name = "program_id")
    UUID programId;

    String dependency;
    String institution;

    @Column(name = "intra_program")
    String intraProgram;

    /** Null where no law requires names to be public. */
    @Column(name = "legal_basis")
    String legalBasis;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    protected BeneficiaryRegister() {}

    BeneficiaryRegister(UUID tenant, DeclareRegister told) {
        super(tenant);
        become(told);
    }

    void become(DeclareRegister told) {
        code = told.code();
        title = told.title();
        programId = told.program();
        dependency = told.dependency();
        institution = told.institution();
        intraProgram = told.intraProgram();
        legalBasis = told.legalBasis();
        startsOn = told.startsOn();
        endsOn = told.endsOn();
    }
}
