package mx.trayecto.indicators.framework;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;

/** A results framework: a tree of results that indicators hang on. */
@Entity
class Framework extends TenantEntity {
    public String code;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual title;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Column(name = "agreement_id")
    public UUID agreementId;

    @Column(name = "program_id")
    public UUID programId;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Result> results;

    protected Framework() {}

    Framework(UUID tenant, WriteFramework command) {
        super(tenant);
        describe(command);
    }

    void describe(WriteFramework command) {
        code = command.code();
        title = command.title();
        kind = command.kind();
        agreementId = command.agreement();
        programId = command.program();
        results = command.results();
    }

    /** Codes of all results, at every depth. */
    Set<String> resultCodes() {
        Set<String> codes = new HashSet<>();
        results.forEach(result -> collect(result, codes));
        return codes;
    }

    private static void collect(Result result, Set<String> codes) {
        codes.add(result.code());
        if (result.children() != null) {
            result.children().forEach(child -> collect(child, codes));
        }
    }

    WriteFramework described() {
        return new WriteFramework(code, title, kind, agreementId, programId, results);
    }
}
