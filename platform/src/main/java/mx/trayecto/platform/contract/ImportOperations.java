package mx.trayecto.platform.contract;

import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import mx.trayecto.platform.rows.Format;

/**
 * What imports of every kind have in common: the POST takes a file and answers with a task; the operations that tell of it
 * are inherited, and are named and secured after the POST.
 */
final class ImportOperations {
    private static final String IMPORTS = "/imports";

    private ImportOperations() {}

    static void complete(Paths paths) {
        paths.getPathItems().forEach((path, item) -> {
            Operation taking = item.getPOST();
            if (path.endsWith(IMPORTS) && taking != null) {
                taking.getRequestBody()
                        .getContent()
                        .getMediaTypes()
                        .values()
                        .forEach(type -> type.setSchema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .maxLength(Format.LARGEST)));
                taking.setResponses(answers(taking.getResponses()));
                String one = "read" + singular(taking.getOperationId().substring("import".length())) + "Import";
                name(paths.getPathItem(path + "/{id}"), one, taking);
                name(paths.getPathItem(path + "/{id}/results"), one + "Results", taking);
            }
        });
    }

    /** That it was taken, before all that it may be refused for. */
    private static APIResponses answers(APIResponses refusals) {
        APIResponses answers = OASFactory.createAPIResponses()
                .addAPIResponse(
                        "202",
                        OASFactory.createAPIResponse()
                                .description("Taken; the task tells how it goes")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                MediaType.APPLICATION_JSON,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/ImportTask")))));
        refusals.getAPIResponses().forEach((status, answer) -> {
            if (!status.equals("200")) {
                answers.addAPIResponse(status, answer);
            }
        });
        return answers;
    }

    private static void name(PathItem item, String id, Operation after) {
        item.getGET().operationId(id).setSecurity(after.getSecurity());
    }

    private static String singular(String many) {
        return many.endsWith("ies")
                ? many.substring(0, many.length() - 3) + "y"
                : many.endsWith("s") ? many.substring(0, many.length() - 1) : many;
    }
}
