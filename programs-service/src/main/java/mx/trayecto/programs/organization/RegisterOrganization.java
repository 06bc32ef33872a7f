package mx.trayecto.programs.organization;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Text;
import mx.trayecto.programs.field.Place;

/**
 * An organization as it shall be.
 *
 * @param parent the organization it belongs to
 * @param succeededBy the organization that took over from it
 */
@Place.Consistent
record RegisterOrganization(
        @NotNull @Valid Bilingual name,
        @Text(max = 40) String acronym,
        @NotNull OrganizationKind kind,

        @Pattern(regexp = Place.STATE, message = Place.STATE_MESSAGE)
        String state,

        @Pattern(regexp = Place.MUNICIPALITY, message = Place.MUNICIPALITY_MESSAGE)
        String municipality,

        UUID parent,
        UUID succeededBy)
        implements Place {

    static RegisterOrganization of(Organization organization) {
        return new RegisterOrganization(
                organization.name,
                organization.acronym,
                organization.kind,
                organization.state,
                organization.municipality,
                organization.parentId,
                organization.succeededById);
    }
}
