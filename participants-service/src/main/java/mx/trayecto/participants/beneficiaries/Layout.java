package mx.trayecto.participants.beneficiaries;

import java.time.LocalDate;
import java.util.List;

import mx.trayecto.participants.registry.Beneficiary;

/** What stands in a row of a register's file. */
interface Layout {
    /** How the layout is called in the name of its file. */
    String name();

    List<String> columns();

    /**
     * The cells of a row, in the order of the columns.
     *
     * @param who was given it; null where her data are blocked or suppressed
     * @param today the day on which the file is made
     */
    List<String> cells(BeneficiaryRegister register, Deliveries.Given given, Beneficiary who, LocalDate today);

    static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
