package mx.trayecto.programs.delivery;

import mx.trayecto.platform.problem.ProblemType;

/** Why a step of a delivery is refused. */
final class DeliveryProblem {
    static final ProblemType ILLEGAL_STEP = new ProblemType(
            409,
            "illegal-delivery-step",
            "Paso no permitido desde el estado actual de la entrega",
            "Step not allowed from the delivery's state");

    static final ProblemType RECORDED = new ProblemType(
            409,
            "delivery-recorded",
            "La entrega está registrada de otro modo; cambia por sus pasos o una corrección",
            "The delivery is recorded otherwise; it changes by its steps or a correction");

    private DeliveryProblem() {}
}
