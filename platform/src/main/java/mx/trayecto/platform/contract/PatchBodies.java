package mx.trayecto.platform.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

import mx.trayecto.platform.concurrency.MergePatch;

/**
 * Gives every merge patch a schema of its own: that of the command it is merged over, with nothing required, and null
 * where null removes (RFC 7396).
 */
final class PatchBodies {
    private PatchBodies() {}

    private static final String SCHEMAS = "#/components/schemas/";

    static void complete(OpenAPI api) {
        api.getPaths().getPathItems().values().forEach(item -> {
            Operation patch = item.getPATCH();
            MediaType body = patch == null || patch.getRequestBody() == null
                    ? null
                    : patch.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
            if (body != null && body.getSchema().getRef() != null) {
                String command = body.getSchema().getRef().substring(SCHEMAS.length());
                String name = command + "Patch";
                api.getComponents()
                        .addSchema(
                                name, optional(api.getComponents().getSchemas().get(command)));
                body.setSchema(OASFactory.createSchema().ref(SCHEMAS + name));
            }
        });
    }

    private static Schema optional(Schema command) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        command.getProperties().forEach((name, schema) -> {
            boolean required =
                    command.getRequired() != null && command.getRequired().contains(name);
            properties.put(name, required ? schema : orNull(schema));
        });
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT)).properties(properties);
    }

    private static Schema orNull(Schema schema) {
        return OASFactory.createSchema()
                .anyOf(List.of(schema, OASFactory.createSchema().type(List.of(Schema.SchemaType.NULL))));
    }
}
