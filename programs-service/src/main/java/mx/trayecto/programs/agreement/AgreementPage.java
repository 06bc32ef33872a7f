package mx.trayecto.programs.agreement;

import java.util.List;

/** One page of agreements. */
record AgreementPage(List<AgreementView> items, String nextCursor) {}
