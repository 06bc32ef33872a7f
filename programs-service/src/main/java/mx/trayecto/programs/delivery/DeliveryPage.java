package mx.trayecto.programs.delivery;

import java.util.List;

/** One page of deliveries. */
record DeliveryPage(List<DeliveryView> items, String nextCursor) {}
