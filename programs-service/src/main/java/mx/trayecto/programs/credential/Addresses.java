package mx.trayecto.programs.credential;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where the public finds what credentials name: all of it absolute, so that one can be verified from itself. */
@ApplicationScoped
class Addresses {
    @Inject
    CredentialConfig config;

    /** The gateway itself. */
    String door() {
        return config.publicUrl().toString().replaceFirst("/+$", "");
    }

    /** Where anybody verifies one. */
    String credential(UUID credential) {
        return door() + "/v1/credentials/" + credential;
    }

    /** Who issued it: an organization, with its tenant's keys. */
    String issuer(UUID tenant, UUID organization) {
        return tenant(tenant) + "/organizations/" + organization;
    }

    /** The list with the number 1, as credentials name it that were issued before lists had numbers. */
    String statusList(UUID tenant, UUID organization) {
        return issuer(tenant, organization) + "/status";
    }

    /** One of the lists of what was revoked. */
    String statusList(UUID tenant, UUID organization, int list) {
        return statusList(tenant, organization) + "/" + list;
    }

    String keys(UUID tenant) {
        return tenant(tenant) + "/keys";
    }

    /** A key's public part; it is the key's name, too. */
    String key(UUID tenant, UUID key) {
        return keys(tenant) + "/" + key;
    }

    private String tenant(UUID tenant) {
        return door() + "/v1/credentials/issuers/" + tenant;
    }

    /** The id at the end of an address. */
    static UUID idOf(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }
}
