package mx.trayecto.local.demo;

/** Why the demonstration cannot go on, in one sentence. */
final class DemoFailure extends RuntimeException {
    DemoFailure(String sentence) {
        super(sentence);
    }
}
