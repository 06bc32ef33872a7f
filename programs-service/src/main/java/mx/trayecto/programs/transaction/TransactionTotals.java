package mx.trayecto.programs.transaction;

import java.util.List;

/** What transactions come to, by kind and currency. */
record TransactionTotals(List<TransactionTotal> items) {}
