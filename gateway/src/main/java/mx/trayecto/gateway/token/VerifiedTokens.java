package mx.trayecto.gateway.token;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The tokens verified of late. */
@Singleton
class VerifiedTokens {
    private final Cache<String, Caller> callers;

    @Inject
    VerifiedTokens(TokenConfig config) {
        callers = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                .expireAfterWrite(config.rememberedFor())
                .build();
    }

    /** Null where it has to be verified (again). */
    Caller find(String token) {
        Caller caller = callers.getIfPresent(token);
        return caller != null && System.currentTimeMillis() < caller.expiresAt() * 1000 ? caller : null;
    }

    void remember(String token, Caller caller) {
        callers.put(token, caller);
    }
}
