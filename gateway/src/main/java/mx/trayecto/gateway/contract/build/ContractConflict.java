package mx.trayecto.gateway.contract.build;

import java.util.List;

/** Contracts that cannot be published as one. Fails the build with everything that is wrong. */
final class ContractConflict extends RuntimeException {
    private final List<String> conflicts;

    ContractConflict(List<String> conflicts) {
        super("The contracts do not fit together:\n  - " + String.join("\n  - ", conflicts), null, false, false);
        this.conflicts = List.copyOf(conflicts);
    }

    List<String> conflicts() {
        return conflicts;
    }
}
