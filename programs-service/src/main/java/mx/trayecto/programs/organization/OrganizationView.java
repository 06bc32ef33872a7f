package mx.trayecto.programs.organization;

import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** An organization as it is. */
record OrganizationView(
        UUID id,
        long version,
        Bilingual name,
        String acronym,
        OrganizationKind kind,
        String state,
        String municipality,
        UUID parent,
        UUID succeededBy)
        implements Versioned {

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.id,
                organization.version,
                organization.name,
                organization.acronym,
                organization.kind,
                organization.state,
                organization.municipality,
                organization.parentId,
                organization.succeededById);
    }
}
