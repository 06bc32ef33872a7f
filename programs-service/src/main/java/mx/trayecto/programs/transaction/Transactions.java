package mx.trayecto.programs.transaction;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.field.Filters;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Snapshotted;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Records and corrects transactions; every change is told with the whole state. */
@ApplicationScoped
class Transactions extends Snapshotted<Transaction, RecordTransaction, TransactionView> {
    @Inject
    Outbox outbox;

    @Inject
    EntityManager database;

    Transactions() {
        super(
                "/v1/transactions",
                Transaction.class,
                RecordTransaction.class,
                Transaction::new,
                Transaction::describe,
                RecordTransaction::of,
                TransactionView::of);
    }

    @Override
    protected void follow(RecordTransaction command, References references) {
        references.follow("/agreement", command.agreement(), Agreement::find);
        references.follow("/provider", command.provider(), Organization::find);
        references.follow("/receiver", command.receiver(), Organization::find);
        if (command.nothing()) {
            references.refuse("/amount/amount", "zero", "no debe ser cero", "must not be zero");
        }
    }

    /** By kind, in the order in which money goes its way, and within it by currency. */
    TransactionTotals totals(Filters filters) {
        StringBuilder query =
                new StringBuilder("select kind, currency, sum(amount), count(*) from Transaction where 1 = 1");
        filters.values()
                .keySet()
                .forEach(name ->
                        query.append(" and ").append(name).append(" = :").append(name));
        TypedQuery<Object[]> totals =
                database.createQuery(query + " group by kind, currency order by currency", Object[].class);
        filters.values().forEach(totals::setParameter);
        return new TransactionTotals(totals.getResultStream()
                .map(row -> new TransactionTotal(
                        (TransactionKind) row[0],
                        new Money(((BigDecimal) row[2]).toPlainString(), (String) row[1]),
                        (Long) row[3]))
                .sorted(Comparator.comparing(TransactionTotal::kind))
                .toList());
    }

    @Override
    protected void store(Transaction transaction) {
        if (transaction.reference == null) {
            transaction.persistAndFlush();
        } else {
            Unique.store(
                    transaction,
                    "/reference",
                    "/v1/transactions",
                    Map.of("agreementId", transaction.agreementId, "reference", transaction.reference));
        }
        tell(transaction);
    }

    @Override
    public void tell(Transaction transaction) {
        outbox.append(Topics.PROGRAMS, transaction.id, TransactionChanged.TYPE, TransactionChanged.of(transaction));
    }
}
