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
    private static final String OF_REGISTER = "SELECT id, participant_id, kind, amount, currency, delivered_on"
            + " FROM beneficiary_delivery"
            + " WHERE tenant_id = ? AND program_id = ? AND delivered_on BETWEEN ? AND ? AND id > ? ORDER BY id LIMIT ?";

    @Inject
    Sql sql;

    /**
     * Something that somebody was given.
     *
     * @param amount null where it is not known, or is no money
     */
    record Given(UUID id, UUID participant, String kind, BigDecimal amount, String currency, LocalDate on) {}

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
                row.getObject(6, LocalDate.class));
    }
}
