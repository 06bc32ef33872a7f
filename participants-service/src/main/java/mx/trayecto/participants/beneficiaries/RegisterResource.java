package mx.trayecto.participants.beneficiaries;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.writes.Writes;

/** Registers of beneficiaries, and the files that they are handed over in. */
@Path("/v1/beneficiary-registers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Beneficiary registers", description = "Who was given what (padrón de beneficiarias)")
class RegisterResource {
    private static final String READ = "participants:read";
    private static final String COORDINATOR = "programs:write";
    private static final String ADMINISTRATOR = "tenants:admin";
    private static final String ANALYST = "reports:read";

    @Inject
    Registers registers;

    @Inject
    RegisterFile file;

    @Inject
    Audit audit;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @Context
    Request request;

    @POST
    @RolesAllowed({COORDINATOR, ADMINISTRATOR})
    @Operation(
            summary = "Declare a register of beneficiaries",
            description =
                    "Of one programme and a span of days. Not with a token that is limited to centres or to a portal.")
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = RegisterView.class)))
    public Response declareBeneficiaryRegister(DeclareRegister command) {
        return writes.create(
                "/v1/beneficiary-registers",
                command,
                () -> RegisterView.of(registers.declare(command)),
                id -> RegisterView.of(registers.require(id)));
    }

    @GET
    @Transactional
    @RolesAllowed({READ, COORDINATOR, ADMINISTRATOR, ANALYST})
    @Operation(summary = "List registers of beneficiaries in the order they were declared")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = RegisterPage.class)))
    public Response listBeneficiaryRegisters(@BeanParam PageQuery page) {
        return pages.page(
                page, new HashMap<String, String>(), registers::list, register -> register.id, RegisterView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({READ, COORDINATOR, ADMINISTRATOR, ANALYST})
    @Operation(summary = "Read how a register was declared")
    @APIResponse(
            responseCode = "200",
            description = "The register",
            content = @Content(schema = @Schema(implementation = RegisterView.class)))
    public Response readBeneficiaryRegister(@PathParam("id") UUID id) {
        return Answers.ok(RegisterView.of(registers.require(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({COORDINATOR, ADMINISTRATOR})
    @Operation(summary = "Change a register's declaration")
    @RequestBody(content = @Content(schema = @Schema(implementation = DeclareRegister.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = RegisterView.class)))
    public Response changeBeneficiaryRegister(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> RegisterView.of(registers.change(id, patch)));
    }

    @GET
    @Path("{id}/public-layout")
    @Produces({Format.CSV_TYPE, Format.NDJSON_TYPE})
    @Transactional
    @RolesAllowed({READ, ANALYST})
    @Operation(
            summary = "Export what may be published of a register",
            description = "A row for each delivery, as things stand now. Named is who is of age and whose record is not"
                    + " protected, where the register's law requires it or she consents to `sharing`, except for what"
                    + " a confidential centre gave; never a CURP. All others stand there alike, with the benefit alone."
                    + " Cells that a spreadsheet would take for a formula begin with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "All rows",
            content = {
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.NDJSON_TYPE, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response exportPublicBeneficiaryRegister(@PathParam("id") UUID id) {
        return exported(id, new PublicLayout(), "exportPublicBeneficiaryRegister");
    }

    @GET
    @Path("{id}/full-layout")
    @Produces({Format.CSV_TYPE, Format.NDJSON_TYPE})
    @Transactional
    @RolesAllowed(READ)
    @Operation(
            summary = "Export a whole register, for the authority that it is kept for",
            description =
                    "In the columns of the Padrón Único de Beneficiarios: a row for each delivery, as things stand"
                            + " now. Protected records stand there by alias and state for everybody, without the day and"
                            + " under an id of that register alone; with the benefit alone, people whose data are blocked or suppressed and, where no law requires the"
                            + " register, those who do not consent to `sharing`. Whose identity is told leaves a trace. Staff of"
                            + " centres and portals get those whom they see.")
    @APIResponse(
            responseCode = "200",
            description = "All rows",
            content = {
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.NDJSON_TYPE, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response exportFullBeneficiaryRegister(@PathParam("id") UUID id) {
        return exported(id, new FullLayout(), "exportFullBeneficiaryRegister");
    }

    private Response exported(UUID id, Layout layout, String action) {
        BeneficiaryRegister register = registers.require(id);
        audit.record(action, id, Map.of("code", register.code));
        Variant chosen = request.selectVariant(
                Variant.mediaTypes(MediaType.valueOf(Format.CSV_TYPE), MediaType.valueOf(Format.NDJSON_TYPE))
                        .build());
        Format format = chosen == null ? Format.CSV : Format.of(chosen.getMediaType());
        String name = "padron-" + register.code + "-" + layout.name() + (format == Format.CSV ? ".csv" : ".ndjson");
        return Response.ok(file.of(format, register, layout, action), format.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** One page of registers. */
    @Schema(name = "BeneficiaryRegisterPage")
    record RegisterPage(List<RegisterView> items, String nextCursor) {}
}
