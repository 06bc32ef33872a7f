package mx.trayecto.platform.paging;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list: how many rows at most, and after which the page before ended. */
public class PageQuery {
    public static final int MOST = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "Rows in the page, at most 200",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "200",
                            defaultValue = "50"))
    public String limit;

    @QueryParam("cursor")
    @Parameter(
            description = "`nextCursor` of the page before; opaque, of this list and these filters only",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                            maxLength = 512))
    public String cursor;
}
