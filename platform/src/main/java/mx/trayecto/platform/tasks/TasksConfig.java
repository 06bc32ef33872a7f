package mx.trayecto.platform.tasks;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long work is carried out. */
@ConfigMapping(prefix = "trayecto.tasks")
public interface TasksConfig {
    /** Off only where another process of the same service works. */
    @WithDefault("true")
    boolean work();

    /** Rows of one transaction, where they are done one by one: what a killed service has to do again at most. */
    @WithDefault("50")
    int portion();

    /** The same where they are done together. */
    @WithDefault("500")
    int bulk();

    /** How long a task is left to a worker that says nothing; each portion renews it. */
    @WithDefault("30s")
    Duration lease();

    /** How long a worker stays with one task while others wait. */
    @WithDefault("30s")
    Duration turn();

    /** How often an idle worker looks by itself; a task begun in this process wakes it at once. */
    @WithDefault("1s")
    Duration idle();

    /** How often a task is taken up without getting on before it is given up. */
    @WithDefault("20")
    int attempts();

    /** Rows of a file at most. */
    @WithDefault("50000")
    int mostRows();

    /** How long a finished task and its results can be read. */
    @WithDefault("30d")
    Duration keep();
}
