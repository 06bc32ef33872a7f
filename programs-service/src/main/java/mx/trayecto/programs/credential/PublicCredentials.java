package mx.trayecto.programs.credential;

import java.text.ParseException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
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
    Addresses addresses;

    @Inject
    IssuerDocuments documents;

    @Inject
    IssuerKeys keys;

    @Inject
    CredentialStore store;

    @Inject
    Sql sql;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /** @throws ProblemException 404 where there is none of that id */
    Verified verify(UUID id) {
        return verified(id, credential -> true);
    }

    /**
     * What a shown credential is. It is held against the one that was issued, too: whoever has stolen a key can sign.
     *
     * @throws ProblemException 404 where it is none that was issued here, as it was issued
     */
    Verified verifyShown(String token) {
        return verified(id(token), credential -> credential.token.equals(token) && keys.verifies(token));
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

    private Verified verified(UUID id, Predicate<Credential> shown) {
        return as(
                issuer(id),
                () -> Credential.<Credential>findByIdOptional(id)
                        .filter(shown)
                        .map(PublicCredentials::verified)
                        .orElseThrow(ProblemException::notFound));
    }

    /** A tenant's public keys; none of one that has issued nothing. */
    Map<String, ?> keys(UUID tenant) {
        return as(tenant, keys::published);
    }

    /**
     * One of a tenant's public keys.
     *
     * @throws ProblemException 404 where there is none of that id, 410 where it was withdrawn
     */
    JsonNode key(UUID tenant, UUID id) {
        return as(tenant, () -> {
            IssuerKey key = keys.key(id);
            if (key.withdrawnAt != null) {
                throw ProblemException.of(CredentialProblem.KEY_WITHDRAWN);
            }
            return keys.published(key);
        });
    }

    /**
     * Who an issuer is.
     *
     * @throws ProblemException 404 where the tenant has no such organization, or has issued nothing
     */
    Map<String, ?> issuer(UUID tenant, UUID organization) {
        return as(tenant, () -> documents.profile(issuing(organization), keys.all()));
    }

    /**
     * One of the signed lists of a tenant's revoked credentials, as one of its issuers publishes it.
     *
     * @throws ProblemException 404 also where the tenant has no list of that number
     */
    String statusList(UUID tenant, UUID organization, int list) {
        return statusList(tenant, organization, list, addresses.statusList(tenant, organization, list));
    }

    /** The first of them, where credentials look for it that were issued before lists had numbers. */
    String statusList(UUID tenant, UUID organization) {
        return statusList(tenant, organization, 1, addresses.statusList(tenant, organization));
    }

    private String statusList(UUID tenant, UUID organization, int list, String address) {
        return as(tenant, () -> {
            Organization issuer = issuing(organization);
            if (!store.begun(list)) {
                throw ProblemException.notFound();
            }
            String revoked = RevokedBits.encoded(store.revoked(list));
            return keys.signer().sign(IssuerDocuments.LIST, documents.statusList(tenant, issuer.id, address, revoked));
        });
    }

    private static Organization issuing(UUID organization) {
        return IssuerKey.signing()
                .flatMap(key -> Organization.find(organization))
                .orElseThrow(ProblemException::notFound);
    }

    private static Verified verified(Credential c) {
        Program program = Program.find(c.programId).orElseThrow();
        return new Verified(
                c.id,
                state(c),
                program.title,
                Organization.find(program.ownerId).orElseThrow().name,
                c.graduatedOn,
                c.criteriaVersion,
                c.endedAt());
    }

    private static Verified.State state(Credential c) {
        if (c.holds()) {
            return Verified.State.VALID;
        }
        return c.ended() == CredentialRevocation.KEY_WITHDRAWN ? Verified.State.KEY_WITHDRAWN : Verified.State.REVOKED;
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
