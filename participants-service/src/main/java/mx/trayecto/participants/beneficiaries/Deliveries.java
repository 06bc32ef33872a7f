package mx.trayecto.participants.beneficiaries;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;

/** What was given to whom, as far as the actor sees them. Every call runs in the caller's transaction. */
@ApplicationScoped
class Deliveries {
    private static final String OF_REGISTER = "SELECT d.id, d.participant_id, d.kind, d.amount, d.currency,"
            + " d.delivered_on, d.center_id IS NOT NULL AND coalesce(c.confidential, true)"
            + " FROM beneficiary_delivery d LEFT JOIN known_center c ON c.tenant_id = d.tenant_id AND c.id = d.center_id"
            + " WHERE d.tenant_id = ? AND d.program_id = ? AND d.delivered_on BETWEEN ? AND ? AND d.id > ?"
            + " ORDER BY d.id LIMIT ?";

    @Inject
    Sql sql;

    /**
     * Something that somebody was given.
     *
     * @param amount null where it is not known, or is no money
     * @param confidential whether it was at a centre that hides who comes to it, or at one that is not known yet
     */
    record Given(
            UUID id,
            UUID participant,
            String kind,
            BigDecimal amount,
            String currency,
            LocalDate on,
            boolean confidential) {}

    /** Those of a register, by id. */
    List<Given> of(BeneficiaryRegister register, UUID after, int rows) {
        return sql.list(
                OF_REGISTER,
                Deliveries::given,
                register.tenantId,
                register.programId,
                register.startsOn,
                register.endsOn,
                after == null ? new UUID(0, 0) : after,
                rows);
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getBigDecimal(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getBoolean(7));
    }
}
