package mx.trayecto.participants.arco;

/** The law's terms in working days (LGPDPPSO, DOF 20-03-2025, chapter on the exercise of ARCO rights). */
final class Terms {
    static final int ANSWER = 20;
    static final int EXTENSION = 10;
    static final int EFFECT = 15;
    /** To ask her for what is missing. */
    static final int PREVENTION = 5;
    /** For her to send it. */
    static final int COMPLETION = 10;
    /** To say that somebody else is competent. */
    static final int REFERRAL = 3;

    private Terms() {}
}
