package mx.trayecto.indicators.figure;

import java.util.Set;
import java.util.UUID;

import mx.trayecto.indicators.measure.Measure;
import mx.trayecto.indicators.period.Period;

/**
 * What is to be counted: a measure's part within a period, in total ({@code by} null) or broken down.
 *
 * @param period the part of the period asked for that the measure's own days leave
 */
record Request(Measure.Part part, Period period, By by) {
    static Request of(Measure.Part part, Period asked, By by) {
        return new Request(part, asked.within(part.where().from(), part.where().to()), by);
    }

    Set<UUID> centers() {
        return part.where().centers();
    }

    Set<UUID> cohorts() {
        return part.where().cohorts();
    }
}
