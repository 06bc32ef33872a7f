package mx.trayecto.programs.membership;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.organization.Organization;

/** Grants and changes memberships. They are told to nobody: what a token may do stands in the token. */
@ApplicationScoped
class Memberships {
    @Inject
    Reach reach;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    MembershipView grant(GrantMembership command) {
        UUID tenant = reach.wholeTenant();
        follow(command);
        return stored(new Membership(tenant, command));
    }

    MembershipView change(UUID id, JsonNode patch) {
        reach.wholeTenant();
        Membership membership = Membership.find(id).orElseThrow(ProblemException::notFound);
        preconditions.check(membership.version);
        GrantMembership command = merge.apply(GrantMembership.of(membership), patch, GrantMembership.class);
        follow(command);
        membership.describe(command);
        return stored(membership);
    }

    MembershipView view(UUID id) {
        return Membership.find(id).map(MembershipView::of).orElseThrow(ProblemException::notFound);
    }

    private static MembershipView stored(Membership membership) {
        membership.persistAndFlush();
        return MembershipView.of(membership);
    }

    private static void follow(GrantMembership command) {
        References references = new References();
        references.follow("/organization", command.organization(), Organization::find);
        followAll(references, "/agreements/", command.agreements(), Agreement::find);
        followAll(references, "/centers/", command.centers(), Center::find);
        references.check();
    }

    private static <T> void followAll(
            References references, String at, List<UUID> ids, Function<UUID, Optional<T>> find) {
        for (int i = 0; i < ids.size(); i++) {
            references.follow(at + i, ids.get(i), find);
        }
    }
}
