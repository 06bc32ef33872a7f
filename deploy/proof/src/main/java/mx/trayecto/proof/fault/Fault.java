package mx.trayecto.proof.fault;

import mx.trayecto.proof.Outcome;

/** One promise under its fault. */
public interface Fault {
    Outcome prove();
}
