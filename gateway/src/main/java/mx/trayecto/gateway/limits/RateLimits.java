package mx.trayecto.gateway.limits;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import mx.trayecto.gateway.exchange.Exchange;
import mx.trayecto.gateway.problem.GatewayProblem;
import mx.trayecto.gateway.problem.Refusal;
import mx.trayecto.gateway.problem.Refusals;

/** Keeps one client from taking the place of all others. Told by the headers of draft-ietf-httpapi-ratelimit-headers. */
@Singleton
public class RateLimits {
    private static final int MOST_CLIENTS = 10_000;

    private final Refusals refusals;
    private final Meter reads;
    private final Meter writes;

    @Inject
    RateLimits(LimitsConfig config, Refusals refusals) {
        this.refusals = refusals;
        reads = new Meter("read", config.reads());
        writes = new Meter("write", config.writes());
    }

    /**
     * Counts the request.
     *
     * @param client who it counts for
     * @return whether it may go on; otherwise it has been answered
     */
    public boolean admit(Exchange exchange, String client) {
        Meter meter = exchange.operation().isRead() ? reads : writes;
        ConsumptionProbe probe = meter.buckets.get(client).tryConsumeAndReturnRemaining(1);
        exchange.metered(meter.policy, meter.remaining(probe));
        if (probe.isConsumed()) {
            return true;
        }
        refusals.answer(
                exchange,
                Refusal.of(GatewayProblem.TOO_MANY_REQUESTS)
                        .header("Retry-After", String.valueOf(seconds(probe.getNanosToWaitForRefill()))));
        return false;
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }

    /** The buckets of one kind of request. */
    private static final class Meter {
        private final String name;
        private final String policy;
        private final LoadingCache<String, Bucket> buckets;

        private Meter(String name, LimitsConfig.Allowance allowance) {
            this.name = '"' + name + '"';
            long window = seconds(allowance.window().toNanos());
            policy = this.name + ";q=" + allowance.requests() + ";w=" + window;
            buckets = Caffeine.newBuilder()
                    .maximumSize(MOST_CLIENTS)
                    // A bucket that has had time to fill up is like a new one.
                    .expireAfterAccess(allowance.window().multipliedBy(2))
                    .build(client -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(allowance.requests())
                                    .refillGreedy(allowance.requests(), allowance.window()))
                            .build());
        }

        private String remaining(ConsumptionProbe probe) {
            return name + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
        }
    }
}
