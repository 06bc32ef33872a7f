package mx.trayecto.programs.credential;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.nimbusds.jose.JWSObject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.program.Program;

/** What of credentials anybody may know, without a token. */
@ApplicationScoped
class PublicCredentials {
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    CurrentActor actor;

    @Inject
    Credentials credentials;

    @Inject
    IssuerKeys keys;

    @Inject
    Sql sql;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /** @throws ProblemException 404 where there is none of that id */
    Verified verify(UUID id) {
        return verified(id, issuer(id));
    }

    /**
     * What a shown credential is.
     *
     * @throws ProblemException 404 where it is none that was issued here, as it was issued
     */
    Verified verifyShown(String token) {
        UUID id = id(token);
        UUID issuer = issuer(id);
        if (!as(issuer, () -> keys.verifies(token))) {
            throw ProblemException.notFound();
        }
        return verified(id, issuer);
    }

    private UUID issuer(UUID id) {
        return as(
                NOBODY,
                () -> sql.first(
                                "SELECT t FROM tenant_of_credential(?) t WHERE t IS NOT NULL",
                                row -> row.getObject(1, UUID.class),
                                id)
                        .orElseThrow(ProblemException::notFound));
    }

    private Verified verified(UUID id, UUID issuer) {
        return as(
                issuer,
                () -> Credential.<Credential>findByIdOptional(id)
                        .map(PublicCredentials::verified)
                        .orElseThrow(ProblemException::notFound));
    }

    /** A tenant's public keys; none of one that has issued nothing. */
    Map<String, ?> keys(UUID tenant) {
        return as(tenant, keys::published);
    }

    /** The signed list of a tenant's revoked credentials. */
    String statusList(UUID tenant) {
        return as(tenant, () -> {
            if (IssuerKey.newest().isEmpty()) {
                throw ProblemException.notFound();
            }
            List<Integer> revoked = sql.list(
                    "SELECT status_index FROM credential WHERE tenant_id = ? AND revoked_at IS NOT NULL",
                    row -> row.getInt(1),
                    tenant);
            return keys.sign(credentials.badge().statusList(tenant, RevokedBits.encoded(revoked)))
                    .token();
        });
    }

    private static Verified verified(Credential c) {
        Program program = Program.find(c.programId).orElseThrow();
        return new Verified(
                c.id,
                c.revokedAt == null ? Verified.State.VALID : Verified.State.REVOKED,
                program.title,
                Organization.find(program.ownerId).orElseThrow().name,
                c.graduatedOn,
                c.criteriaVersion,
                c.revokedAt);
    }

    /** The credential that a token says to be; whether it is, its signature shows. */
    private static UUID id(String token) {
        try {
            String jti =
                    (String) JWSObject.parse(token).getPayload().toJSONObject().get("jti");
            return UUID.fromString(jti.substring(jti.lastIndexOf('/') + 1));
        } catch (ParseException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw ProblemException.notFound();
        }
    }

    private <T> T as(UUID tenant, Supplier<T> work) {
        return actor.runAs(
                Actor.service(service, tenant, "public"),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
