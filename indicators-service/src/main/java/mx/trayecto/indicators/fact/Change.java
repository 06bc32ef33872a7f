package mx.trayecto.indicators.fact;

/** What an event does to a fact. Changes of one fact are applied in the order of its events. */
public sealed interface Change {
    FactKey key();

    /** The fact after this change; {@code before} and the answer are null where there is none. */
    Fact after(Fact before);

    /** An event that says all that is to be known of the fact. */
    sealed interface Saying extends Change {
        Fact fact();

        @Override
        default FactKey key() {
            return fact().key();
        }
    }

    /** The fact is as stated, whatever it was. */
    record Put(Fact fact) implements Saying {
        @Override
        public Fact after(Fact before) {
            return fact;
        }
    }

    /** Said once more of what counts already: it stands as stated now, and counts from the day it first did. */
    record Again(Fact fact) implements Saying {
        @Override
        public Fact after(Fact before) {
            return before == null || !before.live() ? fact : fact.dated(before.on());
        }
    }

    /** What was said is corrected, and happened where it first was said to (she may be elsewhere by now). */
    record Correct(Fact fact) implements Saying {
        @Override
        public Fact after(Fact before) {
            return before == null ? fact : fact.movedTo(before.place());
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
