package mx.trayecto.participants.finding;

/** A surname as it is compared: de la O is one word, and so is Montes de Oca. */
record Surname(String word, String sound) {
    /** @return null where there is none */
    static Surname of(String name) {
        if (name == null) {
            return null;
        }
        String word = String.join("", Words.of(name));
        return new Surname(word, Sound.of(word));
    }

    Agreement with(Surname other) {
        if (word.equals(other.word)) {
            return Agreement.SAME;
        }
        if (sound.equals(other.sound)) {
            return Agreement.SOUND;
        }
        return Spelling.oneSlip(word, other.word) ? Agreement.SPELLING : Agreement.NONE;
    }

    /** From the same down to nothing in common. */
    enum Agreement {
        SAME,
        SOUND,
        SPELLING,
        NONE
    }
}
