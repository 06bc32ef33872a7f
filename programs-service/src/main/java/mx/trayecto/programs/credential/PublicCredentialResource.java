package mx.trayecto.programs.credential;

import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.writes.NotIdempotent;

/** How anybody verifies a credential, without a token. */
@Path("/v1/credentials")
@Tag(name = "Credentials")
@RunOnVirtualThread
@PermitAll
@SecurityRequirements
class PublicCredentialResource {
    /** Signed JSON of a credential (W3C VC JOSE). */
    private static final String SIGNED = "application/vc+jwt";

    private static final String A_MINUTE = "public, max-age=" + IssuerDocuments.FRESH.toSeconds();

    @Inject
    PublicCredentials credentials;

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Verify a credential by its id",
            description = "As the code on a certificate leads here. It tells nothing of its holder.")
    @APIResponseSchema(value = Verified.class, responseDescription = "What it is, and whether it holds")
    public Response verifyCredential(@PathParam("id") UUID id) {
        return Response.ok(credentials.verify(id))
                .header(HttpHeaders.CACHE_CONTROL, A_MINUTE)
                .build();
    }

    @POST
    @Path("verification")
    @NotIdempotent
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Verify a credential that its holder shows",
            description =
                    "404 where it was not issued here, or is not as it was issued. One that was issued here and holds no"
                            + " longer is told with its state.")
    @APIResponseSchema(value = Verified.class, responseDescription = "What it is, and whether it holds")
    @APIResponse(responseCode = "404", description = "Not issued here, or not as it was issued")
    public Response verifyShownCredential(VerifyCredential command) {
        return Response.ok(credentials.verifyShown(command.credential())).build();
    }

    @GET
    @Path("issuers/{issuer}/keys")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read the keys that an issuer's credentials are verified with",
            description =
                    "A JSON Web Key Set (RFC 7517). Keys that sign no longer stay in it, with the time when they signed"
                            + " (`signs_from`, `signs_until`); those that were withdrawn do not.")
    @APIResponse(
            responseCode = "200",
            description = "The key set",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response readIssuerKeySet(@PathParam("issuer") UUID issuer) {
        Map<String, ?> set = credentials.keys(issuer);
        return Response.ok(set).header(HttpHeaders.CACHE_CONTROL, A_MINUTE).build();
    }

    @GET
    @Path("issuers/{issuer}/keys/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read a key that credentials are verified with",
            description = "A JSON Web Key (RFC 7517), where the kid of a credential's header leads to.")
    @APIResponse(
            responseCode = "200",
            description = "The key's public part",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "410", description = "The key was withdrawn: nothing that it signed is to be believed")
    public Response readPublicKey(@PathParam("issuer") UUID issuer, @PathParam("key") UUID key) {
        Object found = credentials.key(issuer, key);
        return Response.ok(found).header(HttpHeaders.CACHE_CONTROL, A_MINUTE).build();
    }

    @GET
    @Path("issuers/{issuer}/organizations/{organization}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read who issues credentials",
            description =
                    "Where the issuer of a credential leads to: a Profile of Open Badges 3.0 that is a Controlled"
                            + " Identifier Document (W3C) too, with the issuer's name, its keys and the address of the key set.")
    @APIResponse(
            responseCode = "200",
            description = "The issuer's profile",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response readIssuer(@PathParam("issuer") UUID issuer, @PathParam("organization") UUID organization) {
        Map<String, ?> profile = credentials.issuer(issuer, organization);
        return Response.ok(profile).header(HttpHeaders.CACHE_CONTROL, A_MINUTE).build();
    }

    @GET
    @Path("issuers/{issuer}/organizations/{organization}/status/{list}")
    @Produces(SIGNED)
    @Operation(
            summary = "Read which of an issuer's credentials were revoked",
            description =
                    "A signed Bitstring Status List (W3C) of 131,072 bits; its address stands in the credential. Who reads it"
                            + " does not say which one is verified.")
    @APIResponse(
            responseCode = "200",
            description = "The signed list",
            content = @Content(mediaType = SIGNED, schema = @Schema(type = SchemaType.STRING)))
    public Response readCredentialStatusList(
            @PathParam("issuer") UUID issuer,
            @PathParam("organization") UUID organization,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000000"))
                    @PathParam("list")
                    int list) {
        return list(credentials.statusList(issuer, organization, list));
    }

    @GET
    @Path("issuers/{issuer}/organizations/{organization}/status")
    @Produces(SIGNED)
    @Operation(
            summary = "Read the first of an issuer's status lists",
            description =
                    "Where credentials lead to that were issued before lists had numbers: the list with the number 1.")
    @APIResponse(
            responseCode = "200",
            description = "The signed list",
            content = @Content(mediaType = SIGNED, schema = @Schema(type = SchemaType.STRING)))
    public Response readFirstCredentialStatusList(
            @PathParam("issuer") UUID issuer, @PathParam("organization") UUID organization) {
        return list(credentials.statusList(issuer, organization));
    }

    private static Response list(String signed) {
        return Response.ok(signed, SIGNED)
                .header(HttpHeaders.CACHE_CONTROL, A_MINUTE)
                .build();
    }
}
