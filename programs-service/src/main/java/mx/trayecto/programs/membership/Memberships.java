package mx.trayecto.programs.membership;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.Described;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.organization.Organization;

/** Grants and changes memberships. They are told to nobody: what a token may do stands in the token. */
@ApplicationScoped
class Memberships extends Described<Membership, GrantMembership, MembershipView> {
    Memberships() {
        super(
                "/v1/memberships",
                Membership.class,
                GrantMembership.class,
                Membership::new,
                Membership::describe,
                GrantMembership::of,
                MembershipView::of);
    }

    @Override
    protected void follow(GrantMembership command, References references) {
        references.follow("/organization", command.organization(), Organization::find);
        references.followAll("/agreements", command.agreements(), Agreement::find);
        references.followAll("/centers", command.centers(), Center::find);
    }

    @Override
    protected void store(Membership membership) {
        membership.persistAndFlush();
    }
}
