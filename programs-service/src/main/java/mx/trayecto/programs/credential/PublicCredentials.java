package mx.trayecto.programs.credential;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
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
    IssuerDocuments documents;

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

    /** One of a tenant's public keys. */
    JsonNode key(UUID tenant, UUID key) {
        return as(tenant, () -> keys.published(keys.key(key)));
    }

    /**
     * Who an issuer is.
     *
     * @throws ProblemException 404 where the tenant has no such organization, or has issued nothing
     */
    Map<String, ?> issuer(UUID tenant, UUID organization) {
        return as(tenant, () -> documents.profile(issuing(organization), IssuerKey.listAll()));
    }

    /** The signed list of a tenant's revoked credentials, as one of its issuers publishes it. */
    String statusList(UUID tenant, UUID organization) {
        return as(tenant, () -> {
            Organization issuer = issuing(organization);
            List<Integer> revoked = sql.list(
                    "SELECT status_index FROM credential WHERE tenant_id = ? AND revoked_at IS NOT NULL",
                    row -> row.getInt(1),
                    tenant);
            return keys.signer().sign(documents.statusList(tenant, issuer.id, RevokedBits.encoded(revoked)));
        });
    }

    private static Organization issuing(UUID organization) {
        return IssuerKey.newest()
                .flatMap(key -> Organization.find(organization))
                .orElseThrow(ProblemException::notFound);
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
            return Addresses.idOf(jti);
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
