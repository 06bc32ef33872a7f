package mx.trayecto.indicators.fact;

/** What an event does to a fact. Changes of one fact are applied in the order of its events. */
public sealed interface Change {
    FactKey key();

    /** The fact after this change; {@code before} and the answer are null where there is none. */
    Fact after(Fact before);

    /** The fact is as stated, whatever it was. */
    record Put(Fact fact) implements Change {
        @Override
        public FactKey key() {
            return fact.key();
        }

        @Override
        public Fact after(Fact before) {
            return fact;
        }
    }

    /** The fact stands elsewhere from now on, with its date kept (a transfer). */
    record Move(FactKey key, Place destination) implements Change {
        @Override
        public Fact after(Fact before) {
            return before == null ? null : before.movedTo(destination);
        }
    }

    /** The fact counts no more (a revocation, an absence, a return). */
    record Retract(FactKey key) implements Change {
        @Override
        public Fact after(Fact before) {
            return before == null ? null : before.retracted();
        }
    }
}
