package mx.trayecto.participants.beneficiaries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import mx.trayecto.participants.attributes.Gender;
import mx.trayecto.participants.registry.Beneficiary;
import mx.trayecto.platform.problem.Codes;

import static mx.trayecto.participants.beneficiaries.Layout.text;

/**
 * The whole row as authorities exchange it among themselves (Padrón Único de Beneficiarios), in its columns and their
 * order, with INEGI's codes of where she lives behind them. What is not recorded here, such as how something was paid,
 * stays empty. Sensitive data have no column in it. Whoever gets her address gets beside it, as a note, how she may be
 * sought without danger. A protected record stands there by alias and state, under an id of that
 * register alone and without the day: nothing in its row stands beside her name anywhere else.
 */
final class FullLayout implements Layout {
    private static final List<String> PERSON = List.of(
            "ID_HOGAR",
            "ID_PERSONA",
            "NB_PRIMER_AP",
            "NB_SEGUNDO_AP",
            "NB_NOMBRE",
            "FH_NACIMIENTO",
            "CD_SEXO",
            "CD_EDO_NAC",
            "NB_CURP",
            "CD_EDO_CIVIL");

    private static final List<String> BENEFIT = List.of(
            "CD_DEPENDENCIA",
            "CD_INSTITUCION",
            "CD_PADRON",
            "CD_INTRAPROGRAMA",
            "FH_ALTA",
            "CD_ESTATUS_BEN",
            "CD_TP_BENEFICIO",
            "CD_BENEFICIO",
            "NU_BENEFICIOS",
            "NU_IMP_MONETARIO",
            "NU_MES_PAGO",
            "CD_MET_PAGO",
            "CD_ENT_PAGO",
            "CD_MUN_PAGO",
            "CD_LOC_PAGO",
            "IN_TITULAR",
            "CD_PARENTESCO");

    private static final List<String> HOME = List.of("CD_ENT_DOM", "CD_MUN_DOM", "CD_LOC_DOM", "NB_DOMICILIO");
    private static final List<String> MORE = List.of("CD_MONEDA", "FH_ENTREGA", "NOTA");

    private static final String PROTECTED = "Registro protegido: se muestra con alias";
    private static final String SAFE_CONTACT = "Contacto seguro: ";
    private static final String RESERVED = "Datos reservados";

    @Override
    public String name() {
        return "completo";
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(PERSON);
        columns.addAll(BENEFIT);
        columns.addAll(HOME);
        columns.addAll(MORE);
        return columns;
    }

    @Override
    public List<String> cells(BeneficiaryRegister register, Deliveries.Given given, Beneficiary who, LocalDate today) {
        return cells(register, given, told(register, who));
    }

    /** No law, no consent: then nobody else is told either. A protected record stands by its alias alone. */
    private static Beneficiary told(BeneficiaryRegister register, Beneficiary who) {
        return who == null || who.hidden() || register.legalBasis != null || who.shares() ? who : null;
    }

    private static List<String> cells(BeneficiaryRegister register, Deliveries.Given given, Beneficiary who) {
        List<String> cells = new ArrayList<>();
        cells.addAll(who == null ? blank(PERSON) : person(who));
        cells.addAll(benefit(register, given, who));
        cells.addAll(who == null ? blank(HOME) : home(who));
        cells.add(text(given.currency()));
        cells.add(who != null && who.hidden() ? "" : text(given.on()));
        cells.add(note(who));
        return cells;
    }

    private static String note(Beneficiary who) {
        if (who != null && who.hidden()) {
            return PROTECTED;
        }
        if (who == null || !who.named()) {
            return RESERVED;
        }
        boolean sought =
                !text(who.address()).isBlank() && !text(who.safeContact()).isBlank();
        return sought ? SAFE_CONTACT + who.safeContact().strip().replaceAll("\\s+", " ") : "";
    }

    private static List<String> person(Beneficiary who) {
        return List.of(
                text(who.householdId()),
                who.id().toString(),
                text(who.firstSurname()),
                text(who.secondSurname()),
                who.hidden() ? text(who.alias()) : text(who.givenName()),
                text(who.birthDate()),
                sex(who.gender()),
                text(who.birthState()),
                text(who.curp()),
                who.civilStatus() == null ? "" : Codes.of(who.civilStatus()));
    }

    /** As a CURP writes it. */
    private static String sex(Gender gender) {
        return switch (gender) {
            case FEMALE -> "M";
            case MALE -> "H";
            case NON_BINARY -> "X";
            case UNDISCLOSED -> "";
            case null -> "";
        };
    }

    private static List<String> benefit(BeneficiaryRegister register, Deliveries.Given given, Beneficiary who) {
        boolean money = given.amount() != null;
        return List.of(
                register.dependency,
                register.institution,
                register.code,
                text(register.intraProgram),
                who == null ? "" : text(who.registeredOn()),
                "",
                money ? "monetario" : "especie",
                given.kind(),
                "1",
                money ? given.amount().toPlainString() : "",
                text(given.on().getMonthValue()),
                "",
                "",
                "",
                "",
                "1",
                "");
    }

    private static List<String> home(Beneficiary who) {
        return List.of(text(who.state()), text(who.municipality()), text(who.locality()), text(who.address()));
    }

    private static List<String> blank(List<String> columns) {
        return Collections.nCopies(columns.size(), "");
    }
}
