package mx.trayecto.bench;

import mx.trayecto.bench.ground.Ground;

/** One of the promised figures. */
@FunctionalInterface
public interface Benchmark {
    Outcome measure(Ground ground, Options options);
}
