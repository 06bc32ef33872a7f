package mx.trayecto.participants.codelists;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.writes.Writes;

/** The codes that this service takes and gives, with what people read for them. */
@Path("/v1/code-lists")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists", description = "The codes of coded fields, with Spanish and English labels")
class CodeListResource {
    private static final String NAME = "^[a-z][a-z-]{1,39}$";
    /** They are the same for everybody, and rarely become others. */
    private static final String KEPT = "public, max-age=3600";

    @Inject
    CodeLists lists;

    @Inject
    Editions editions;

    @Inject
    LanguageFile file;

    @Inject
    Preconditions preconditions;

    @Inject
    Writes writes;

    @GET
    @Transactional
    @RolesAllowed("**")
    @Operation(summary = "List the lists of codes", description = "By name, each with its latest version.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = Overview.class)))
    public Response listCodeLists() {
        return kept(Response.ok(new Overview(lists.all().stream().map(Item::of).toList()))
                .build());
    }

    @GET
    @Path("{list}")
    @Transactional
    @RolesAllowed("**")
    @Operation(
            summary = "Read a list of codes",
            description = "In its latest version unless an earlier one is asked for; of a loaded list every version is"
                    + " kept. May be cached for an hour and asked for again with `If-None-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(schema = @Schema(implementation = CodeListView.class)))
    public Response readCodeList(
            @PathParam("list") @Parameter(schema = @Schema(pattern = NAME)) String list,
            @QueryParam("version") @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    String version) {
        if (version != null && !version.matches("\\d{1,9}")) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("version", "range", "debe ser un número", "must be a number");
        }
        return kept(Answers.ok((version == null ? lists.find(list) : lists.find(list, Integer.parseInt(version)))
                .map(CodeListView::of)
                .orElseThrow(ProblemException::notFound)));
    }

    @PUT
    @Path("{list}")
    @Consumes(Format.CSV_TYPE)
    @RolesAllowed("catalogues:admin")
    @Operation(
            summary = "Load a new edition of the list of languages",
            description = "INALI's catalogue as a table with `inali_code, name_es`, and where there are any `name_en,"
                    + " family_es, family_en, iso639_3`; other columns are passed over, and so is an `iso639_3` that is not one code alone. INALI gives no English names:"
                    + " where the file has none either, `label.en` is the name as INALI writes it. It is the whole list, for every"
                    + " tenant, and takes effect as a whole: from then on a language named by INALI's code has to be in"
                    + " it. The same list once more makes no new version. Every other list is part of the program.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = Format.CSV_TYPE,
                            schema = @Schema(type = SchemaType.STRING, maxLength = Format.LARGEST)))
    @APIResponse(
            responseCode = "200",
            description = "The list as it is now",
            content = @Content(schema = @Schema(implementation = CodeListView.class)))
    public Response loadCodeList(
            @PathParam("list") @Parameter(schema = @Schema(pattern = NAME)) String list, byte[] body) {
        return writes.patch(() -> {
            editions.lock(list);
            CodeList known = lists.find(list).orElseThrow(ProblemException::notFound);
            if (!list.equals(Languages.NAME)) {
                throw ProblemException.of(CodeListProblem.BUILT_IN);
            }
            preconditions.check(known.version());
            List<CodeList.Entry> codes = file.read(body);
            if (!codes.equals(known.codes()) || known.version() == 0) {
                editions.add(list, new Editions.Edition(known.version() + 1, codes));
            }
            return CodeListView.of(lists.find(list).orElseThrow());
        });
    }

    private static Response kept(Response answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, KEPT);
        return answer;
    }

    /** A list among others. */
    @Schema(name = "CodeListItem")
    record Item(String list, int version, Bilingual title, int size) {
        static Item of(CodeList list) {
            return new Item(
                    list.name(), list.version(), list.title(), list.codes().size());
        }
    }

    /** All lists. */
    @Schema(name = "CodeLists")
    record Overview(List<Item> items) {}
}
