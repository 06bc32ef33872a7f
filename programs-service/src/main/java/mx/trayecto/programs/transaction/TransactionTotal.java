package mx.trayecto.programs.transaction;

import mx.trayecto.platform.text.Money;

/**
 * What transactions of one kind in one currency come to; amounts of different currencies are never added up.
 *
 * @param amount negative where more was taken back than given
 * @param transactions how many
 */
record TransactionTotal(TransactionKind kind, Money amount, long transactions) {}
