package mx.trayecto.programs.xapi;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.programs.field.Filters;

/** Courses of learning platforms, and the modules that they are. */
@Path(ExternalCourses.PATH)
@Tag(name = "Learning platforms")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class ExternalCourseResource {
    @Inject
    ExternalCourses courses;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Say which module a course of a learning platform is")
    @APIResponseSchema(value = ExternalCourseView.class, responseDescription = "Mapped", responseCode = "201")
    public Response mapCourse(MapCourse command) {
        return courses.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List courses of learning platforms")
    @APIResponseSchema(value = ExternalCoursePage.class, responseDescription = "One page")
    public Response listCourses(
            @BeanParam PageQuery page,
            @QueryParam("program")
                    @Parameter(
                            description = "Only of this programme",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String program) {
        return courses.list(page, new Filters().id("program", "programId", program));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read which module a course is")
    @APIResponseSchema(value = ExternalCourseView.class, responseDescription = "The course")
    public Response readCourse(@PathParam("id") UUID id) {
        return courses.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Correct which module a course is")
    @RequestBody(content = @Content(schema = @Schema(implementation = MapCourse.class)))
    @APIResponseSchema(value = ExternalCourseView.class, responseDescription = "Corrected")
    public Response changeCourse(@PathParam("id") UUID id, JsonNode patch) {
        return courses.change(id, patch);
    }
}
