package mx.trayecto.programs.delivery;

import mx.trayecto.platform.problem.ProblemType;

/** Why a step of a delivery is refused. */
final class DeliveryProblem {
    static final ProblemType ILLEGAL_STEP = new ProblemType(
            409,
            "illegal-delivery-step",
            "Paso no permitido desde el estado actual de la entrega",
            "Step not allowed from the delivery's state");

    private DeliveryProblem() {}
}
