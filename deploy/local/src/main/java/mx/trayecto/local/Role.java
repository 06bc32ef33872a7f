package mx.trayecto.local;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what: the scopes that a token of each role carries. The one table of the local stack; it repeats that of
 * the contract, which an identity provider applies in production.
 */
public enum Role {
    /** A partner's or state's portal: what its women do there themselves. Acts for one source system. */
    PORTAL(
            "applications:write",
            "applications:read",
            "participants:write",
            "participants:read",
            "enrollments:read",
            "webhooks"),
    REGISTRAR("participants:read", "participants:write", "enrollments:read"),
    /** Of one or more centres; sees protected women by alias only. */
    FACILITATOR("participants:read", "enrollments:read", "attendance:write", "surveys:write"),
    /** Of a tenant or some of its centres: all of the above, and decides. */
    COORDINATOR(
            List.of(PORTAL, REGISTRAR, FACILITATOR),
            "programs:write",
            "enrollments:write",
            "imports:write",
            "deliveries:write",
            "graduations:decide"),
    PROTECTION_OFFICER("participants:identity", "arco:write"),
    ANALYST("indicators:read", "indicators:write", "reports:read"),
    REVIEWER("indicators:review", "releases:publish"),
    PARTNER("reports:read", "contributions:read"),
    DONOR("reports:read", "contributions:read"),
    AUDITOR("audit:read"),
    /** Of the installation; sees no personal data. */
    ADMINISTRATOR("tenants:admin", "catalogues:admin");

    private final Set<String> scopes;

    Role(String... scopes) {
        this(List.of(), scopes);
    }

    Role(List<Role> included, String... scopes) {
        var all = new LinkedHashSet<String>();
        included.forEach(role -> all.addAll(role.scopes));
        all.addAll(List.of(scopes));
        this.scopes = Collections.unmodifiableSet(all);
    }

    static Role of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new CommandLine.Misuse("There is no role " + text + ", only "
                        + Arrays.stream(values()).map(Role::toString).collect(Collectors.joining(", ")) + "."));
    }

    public Set<String> scopes() {
        return scopes;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
