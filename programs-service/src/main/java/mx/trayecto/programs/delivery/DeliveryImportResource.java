package mx.trayecto.programs.delivery;

import java.io.InputStream;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tasks.ImportResource;

/** Records deliveries of many at once. */
@Path("/v1/deliveries/imports")
@RolesAllowed("imports:write")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
class DeliveryImportResource extends ImportResource {
    DeliveryImportResource(DeliveryImport rows) {
        super(rows);
    }

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @Operation(
            summary = "Import deliveries",
            description =
                    "Up to 50,000 rows in 50 MiB, each of one delivery, under the rules of the single operation. Rows stand alone"
                            + " and are keyed by `externalId` within her enrolment: a file sent again changes nothing, whatever steps were taken"
                            + " since, and what is recorded otherwise is changed by a step or a correction only. "
                            + "Her enrolment is named by `enrollment`, or by `participant` and `cohort` (its id or code; with `program`,"
                            + " the programme's code, where other programmes have the same); where a row has both, they have to agree. The other"
                            + " columns are `kind`, `on` and, as far as known, `state`, `institution`, `amount.amount` and `amount.currency` (MXN where a table has none).")
    public Response importDeliveries(@BeanParam DryRunQuery query, InputStream body) {
        return taken(body, query, Map.of());
    }
}
