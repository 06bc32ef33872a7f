package mx.trayecto.participants.beneficiaries;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import mx.trayecto.participants.attributes.Gender;
import mx.trayecto.participants.geography.State;
import mx.trayecto.participants.registry.Beneficiary;

import static mx.trayecto.participants.beneficiaries.Layout.text;

/**
 * What may be published (Ley General de Transparencia, padrones de beneficiarios): name where the law requires it or she
 * agreed, benefit or amount, place, age and sex; never a CURP. Whoever is not named is told alike, whatever the reason:
 * were a place or an age left to some of them, one could tell the protected from the others.
 */
final class PublicLayout implements Layout {
    private static final String RESERVED = "Datos reservados";

    private static final List<String> COLUMNS = List.of(
            "Ejercicio",
            "Inicio del periodo",
            "Término del periodo",
            "Padrón",
            "Programa",
            "Nombre(s)",
            "Primer apellido",
            "Segundo apellido",
            "Sexo",
            "Edad",
            "Entidad federativa",
            "Municipio (clave INEGI)",
            "Beneficio",
            "Monto",
            "Moneda",
            "Fecha de entrega",
            "Nota");

    @Override
    public String name() {
        return "publico";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> cells(BeneficiaryRegister register, Deliveries.Given given, Beneficiary who, LocalDate today) {
        List<String> cells = new ArrayList<>(List.of(
                text(given.on().getYear()),
                text(register.startsOn),
                text(register.endsOn),
                register.code,
                register.title.es()));
        boolean named = !given.confidential() && named(register, who, today);
        cells.addAll(named ? person(who, given.on()) : List.of("", "", "", "", "", "", ""));
        cells.add(Benefit.words(given.kind()));
        cells.add(given.amount() == null ? "" : given.amount().toPlainString());
        cells.add(text(given.currency()));
        cells.add(text(given.on()));
        cells.add(named ? "" : RESERVED);
        return cells;
    }

    private static boolean named(BeneficiaryRegister register, Beneficiary who, LocalDate today) {
        return who != null && who.named() && who.adultOn(today) && (register.legalBasis != null || who.shares());
    }

    private static List<String> person(Beneficiary who, LocalDate on) {
        boolean disclosed = who.gender() != null && who.gender() != Gender.UNDISCLOSED;
        return List.of(
                who.givenName(),
                who.firstSurname(),
                text(who.secondSurname()),
                disclosed ? who.gender().label().es() : "",
                text(Math.max(0, ChronoUnit.YEARS.between(who.birthDate(), on))),
                Arrays.stream(State.values())
                        .filter(state -> state.code().equals(who.state()))
                        .map(State::officialName)
                        .findFirst()
                        .orElse(""),
                text(who.municipality()));
    }
}
