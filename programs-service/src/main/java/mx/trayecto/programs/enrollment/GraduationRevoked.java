package mx.trayecto.programs.enrollment;

import java.util.UUID;

/** Fired in the transaction in which a graduation is taken back: whatever rests on it goes with it. */
public record GraduationRevoked(UUID enrollment) {}
