package mx.trayecto.indicators.projection;

import java.util.UUID;

import mx.trayecto.indicators.fact.Fact;

/**
 * A fact with what it counts as.
 *
 * @param member whom or what it counts: the person after merges, or the thing itself
 */
record Placed(Fact fact, UUID member, Slot slot) {}
