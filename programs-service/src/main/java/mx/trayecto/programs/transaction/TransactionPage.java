package mx.trayecto.programs.transaction;

import java.util.List;

/** One page of transactions. */
record TransactionPage(List<TransactionView> items, String nextCursor) {}
