package mx.trayecto.programs.organization;

import java.util.UUID;

import mx.trayecto.platform.text.Bilingual;

/** Snapshot of an organization, {@code mx.trayecto.organization.changed.v1}. */
record OrganizationChanged(
        UUID organization,
        Bilingual name,
        OrganizationKind kind,
        String state,
        String municipality,
        UUID parent,
        UUID succeededBy) {
    static final String TYPE = "mx.trayecto.organization.changed.v1";

    static OrganizationChanged of(Organization organization) {
        return new OrganizationChanged(
                organization.id,
                organization.name,
                organization.kind,
                organization.state,
                organization.municipality,
                organization.parentId,
                organization.succeededById);
    }
}
