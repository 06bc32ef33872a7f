package mx.trayecto.programs.credential;

import java.text.ParseException;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
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
    ObjectMapper json;

    @Inject
    Sql sql;

    /** A signature, and the key that made it. */
    record Signed(UUID key, String token) {}

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

    /** JWS in its compact form (RFC 7515), ES256. The tenant's first key is made where there is none. */
    Signed sign(Map<String, ?> claims) {
        IssuerKey key = IssuerKey.newest().orElseGet(this::first);
        try {
            JWSObject signed = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.id.toString())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    new Payload(json.writeValueAsString(claims)));
            signed.sign(new ECDSASigner(ECKey.parse(vault.open(key.id, key.sealed, String.class))));
            return new Signed(key.id, signed.serialize());
        } catch (JOSEException | ParseException | JsonProcessingException e) {
            throw new IllegalStateException("a credential cannot be signed", e);
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
            IssuerKey key =
                    IssuerKey.findById(UUID.fromString(signed.getHeader().getKeyID()));
            return key != null && signed.verify(new ECDSAVerifier(ECKey.parse(key.publicKey.toString())));
        } catch (JOSEException | ParseException | IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }

    IssuerKeyView made() {
        reach.wholeTenant();
        return IssuerKeyView.of(rotate());
    }

    /** @throws ProblemException 404 where the caller's tenant has none of that id */
    IssuerKeyView view(UUID id) {
        return IssuerKey.<IssuerKey>findByIdOptional(id).map(IssuerKeyView::of).orElseThrow(ProblemException::notFound);
    }

    /** All of the tenant's public keys, as a JSON Web Key Set. */
    Map<String, ?> published() {
        return Map.of(
                "keys",
                IssuerKey.<IssuerKey>listAll().stream()
                        .map(key -> key.publicKey)
                        .toList());
    }
}
