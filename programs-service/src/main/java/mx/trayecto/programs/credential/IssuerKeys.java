package mx.trayecto.programs.credential;

import java.text.ParseException;
import java.util.List;
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
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.access.Reach;

/**
 * Signs with the tenant's newest key, and verifies with whichever one signed. Runs in the caller's transaction. Keys change
 * while nobody in the tenant issues, so that none signs after its time.
 */
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
    CredentialStore store;

    /** Makes a newer key; what was signed with older ones is verified with those. */
    IssuerKey rotate() {
        store.alone();
        IssuerKey.signing().ifPresent(IssuerKey::retire);
        IssuerKey.flush();
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

    /** The newest key, opened. Whoever issues makes the tenant's first one. */
    Signer signer() {
        IssuerKey key = IssuerKey.signing().orElseGet(this::rotate);
        try {
            ECKey opened = ECKey.parse(vault.open(key.id, key.sealed, String.class));
            return new Signer(key.id, addresses.key(key.tenantId, key.id), opened, json);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("a key cannot be used", e);
        }
    }

    /** Whether one of the tenant's keys signed it as it is, be it withdrawn by now. */
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

    /**
     * Has nothing believed any more that a key signed. Where it is the one that signs, another takes over.
     *
     * @throws ProblemException 404 where the caller's tenant has none of that id
     */
    IssuerKeyView withdrawn(UUID id) {
        reach.wholeTenant();
        store.alone();
        IssuerKey key = key(id);
        if (key.retiredAt == null) {
            rotate();
        }
        key.withdraw();
        IssuerKey.flush();
        return view(key);
    }

    /** @throws ProblemException 404 where the caller's tenant has none of that id */
    IssuerKeyView view(UUID id) {
        return view(key(id));
    }

    IssuerKeyView view(IssuerKey key) {
        return IssuerKeyView.of(key, published(key));
    }

    /** @throws ProblemException 404 where the tenant has none of that id */
    IssuerKey key(UUID id) {
        return IssuerKey.<IssuerKey>findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** All of the tenant's keys, in the order in which they were made. */
    List<IssuerKey> all() {
        return IssuerKey.list("order by createdAt, id");
    }

    /**
     * Its public part as it is published: a JSON Web Key (RFC 7517) that is called as what it signs calls it, and says when
     * it signed.
     */
    JsonNode published(IssuerKey key) {
        ObjectNode named = key.publicKey.deepCopy();
        named.put("kid", addresses.key(key.tenantId, key.id));
        named.put("signs_from", key.createdAt.toString());
        if (key.retiredAt != null) {
            named.put("signs_until", key.retiredAt.toString());
        }
        return named;
    }

    /** The tenant's public keys that are to be believed, as a JSON Web Key Set. */
    Map<String, ?> published() {
        return Map.of(
                "keys",
                all().stream()
                        .filter(key -> key.withdrawnAt == null)
                        .map(this::published)
                        .toList());
    }
}
