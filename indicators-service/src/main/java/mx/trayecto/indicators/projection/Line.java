package mx.trayecto.indicators.projection;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

import mx.trayecto.indicators.fact.Dimension;
import mx.trayecto.indicators.fact.Grain;

/**
 * A slot as one dimension sees it. Slots differ in many dimensions at once and are nearly as many as the people in
 * them; lines are few, so cells are worked out once for each line instead of once for each slot.
 *
 * @param program {@link Slot#NONE} for none
 * @param agreement {@link Slot#NONE} for none
 */
record Line(UUID tenant, Dimension dimension, String value, UUID program, UUID agreement, LocalDate month) {
    private static final Grain[] GRAINS = Grain.values();

    static Line of(Slot slot, Dimension dimension) {
        return new Line(
                slot.tenant(), dimension, value(dimension, slot), slot.program(), slot.agreement(), slot.month());
    }

    /**
     * Every cell of the declared tables that it counts to: for the whole tenant, its programme, its agreement and its
     * programme within its agreement, each in its month, quarter, half, year and for all time. The SQL view
     * {@code recount} says the same again, on its own, and the tests compare the two.
     */
    void cells(String counted, Consumer<CellKey> each) {
        UUID[] programs = withAny(program);
        UUID[] agreements = withAny(agreement);
        for (Grain grain : GRAINS) {
            LocalDate start = grain.start(month);
            for (UUID p : programs) {
                for (UUID a : agreements) {
                    each.accept(new CellKey(tenant, counted, p, a, dimension, value, grain, start));
                }
            }
        }
    }

    private static UUID[] withAny(UUID id) {
        return id.equals(Slot.NONE) ? new UUID[] {Slot.NONE} : new UUID[] {Slot.NONE, id};
    }

    private static String value(Dimension dimension, Slot slot) {
        return switch (dimension) {
            case TOTAL -> "";
            case CENTER -> place(slot.center());
            case COHORT -> place(slot.cohort());
            case SEX -> slot.traits().sex();
            case AGE_GROUP -> slot.traits().ageGroup();
            case STATE -> slot.traits().state();
            case MUNICIPALITY -> slot.traits().municipality();
        };
    }

    private static String place(UUID id) {
        return id.equals(Slot.NONE) ? Traits.NOT_STATED : id.toString();
    }
}
