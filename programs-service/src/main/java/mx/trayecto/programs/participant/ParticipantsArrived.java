package mx.trayecto.programs.participant;

/** Fired after snapshots of participants were stored: whoever waited for one may look again. */
public record ParticipantsArrived() {}
