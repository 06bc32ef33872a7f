package mx.trayecto.indicators.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.measure.Measure;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Computes figures: from a declared table where one holds the answer, else by counting facts. Whoever is limited to
 * centres always gets counted facts, because totals tell of all centres.
 */
@ApplicationScoped
public class Figures {
    private static final String NONE = new UUID(0, 0).toString();
    private static final String NOT_STATED = "notStated";

    @Inject
    Session session;

    @Inject
    CurrentActor actor;

    /** A figure in total and, unless {@code by} is null, broken down. */
    public Figure compute(Measure measure, Period period, By by) {
        FigureValue total = values(measure, period, null).get("");
        return new Figure(total, by == null ? new TreeMap<>() : values(measure, period, by));
    }

    /** The enrolments whose records a measure counts (of a percentage, those of its numerator), by id. */
    public List<UUID> enrollments(Measure measure, Period period, UUID after, int most) {
        Measure.Part part = measure instanceof Measure.Ratio ratio ? ratio.numerator() : (Measure.Part) measure;
        Request request = Request.of(part, period, null);
        return request.period().empty()
                ? List.of()
                : session.doReturningWork(
                        connection -> new FactScan(actor.get().tenant(), request).enrollments(connection, after, most));
    }

    private SortedMap<String, FigureValue> values(Measure measure, Period period, By by) {
        SortedMap<String, FigureValue> values = new TreeMap<>();
        switch (measure) {
            case Measure.Part part ->
                read(part, period, by)
                        .forEach((key, amounts) ->
                                values.put(key, FigureValue.of(amounts.of(part), amounts.qualifier(part))));
            case Measure.Ratio ratio -> {
                Map<String, Amounts> above = read(ratio.numerator(), period, by);
                Map<String, Amounts> below = read(ratio.denominator(), period, by);
                Set<String> keys = new TreeSet<>(above.keySet());
                keys.addAll(below.keySet());
                keys.forEach(key -> values.put(key, ratio(ratio, above.get(key), below.get(key))));
            }
        }
        return values;
    }

    private static FigureValue ratio(Measure.Ratio ratio, Amounts above, Amounts below) {
        Amounts numerator = above == null ? Amounts.NONE : above;
        Amounts denominator = below == null ? Amounts.NONE : below;
        boolean exact = numerator.qualifier(ratio.numerator()) == Qualifier.EXACT
                && denominator.qualifier(ratio.denominator()) == Qualifier.EXACT;
        return FigureValue.ratio(numerator.of(ratio.numerator()), denominator.of(ratio.denominator()), exact);
    }

    private Map<String, Amounts> read(Measure.Part part, Period period, By by) {
        Request request = Request.of(part, period, by);
        Map<String, Amounts> read = new TreeMap<>();
        if (!request.period().empty()) {
            Actor who = actor.get();
            Optional<CellReader.Cells> cells = who.centers().isEmpty() ? CellReader.cells(request) : Optional.empty();
            read.putAll(session.doReturningWork(connection -> cells.isPresent()
                    ? CellReader.read(connection, who.tenant(), request, cells.get())
                    : new FactScan(who.tenant(), request).read(connection)));
        }
        if (by == null) {
            read.putIfAbsent("", Amounts.NONE); // no record is a counted zero
        }
        Amounts nowhere = read.remove(NONE);
        if (nowhere != null) {
            read.put(NOT_STATED, nowhere);
        }
        return read;
    }
}
