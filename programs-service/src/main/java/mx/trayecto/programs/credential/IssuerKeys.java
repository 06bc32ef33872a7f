package mx.trayecto.programs.credential;

import java.text.ParseException;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.access.Reach;

/** Signs with the tenant's newest key, and verifies with whichever one signed. Runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class IssuerKeys {
    @Inject
    CurrentActor actor;

    @Inject
    Reach reach;

    @Inject
    Vault vault;

    @Inject
    Addresses addresses;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    /** Makes a newer key; what was signed with older ones is verified with those. */
    IssuerKey rotate() {
        try {
            IssuerKey made = new IssuerKey(actor.get().tenant());
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(made.id.toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            made.publicKey = json.readTree(key.toPublicJWK().toJSONString());
            made.sealed = vault.seal(made.id, key.toJSONString());
            made.persistAndFlush();
            return made;
        } catch (JOSEException | JsonProcessingException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    /** The newest key, opened. The tenant's first key is made where there is none. */
    Signer signer() {
        IssuerKey key = IssuerKey.newest().orElseGet(this::first);
        try {
            ECKey opened = ECKey.parse(vault.open(key.id, key.sealed, String.class));
            return new Signer(key.id, addresses.key(key.tenantId, key.id), opened, json);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("a key cannot be used", e);
        }
    }

    /** Only one is the first, whoever else asks for it meanwhile. */
    private IssuerKey first() {
        sql.list(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 4))",
                row -> null,
                "issuer keys " + actor.get().tenant());
        return IssuerKey.newest().orElseGet(this::rotate);
    }

    /** Whether one of the tenant's keys signed it as it is. */
    boolean verifies(String token) {
        try {
            JWSObject signed = JWSObject.parse(token);
            IssuerKey key = IssuerKey.findById(Addresses.idOf(signed.getHeader().getKeyID()));
            return key != null && signed.verify(new ECDSAVerifier(ECKey.parse(key.publicKey.toString())));
        } catch (JOSEException | ParseException | IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }

    IssuerKeyView made() {
        reach.wholeTenant();
        return view(rotate());
    }

    /** @throws ProblemException 404 where the caller's tenant has none of that id */
    IssuerKeyView view(UUID id) {
        return view(key(id));
    }

    private IssuerKeyView view(IssuerKey key) {
        return IssuerKeyView.of(key, published(key));
    }

    /** @throws ProblemException 404 where the tenant has none of that id */
    IssuerKey key(UUID id) {
        return IssuerKey.<IssuerKey>findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Its public part as it is published: a JSON Web Key (RFC 7517) that is called as what it signs calls it. */
    JsonNode published(IssuerKey key) {
        ObjectNode named = key.publicKey.deepCopy();
        return named.put("kid", addresses.key(key.tenantId, key.id));
    }

    /** All of the tenant's public keys, as a JSON Web Key Set. */
    Map<String, ?> published() {
        return Map.of(
                "keys",
                IssuerKey.<IssuerKey>listAll().stream().map(this::published).toList());
    }
}
