package mx.trayecto.programs.credential;

import java.util.UUID;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.programs.Group;

/** Women who graduate without the trouble of a whole route. */
public final class Graduating {
    private Graduating() {}

    /** By exception from everything, on 2024-10-11. */
    public static UUID byException(Group group) {
        UUID woman = group.enrolled();
        group.act("/v1/enrollments/" + woman + "/graduation-exceptions", """
                        {"reason": "equivalent-training",
                         "waives": [{"requirement": "module", "module": "M1"}, {"requirement": "module", "module": "M2"},
                                    {"requirement": "module", "module": "M3"}, {"requirement": "module", "module": "M4"},
                                    {"requirement": "attendance"}, {"requirement": "instrument", "instrument": "entry"},
                                    {"requirement": "instrument", "instrument": "exit"}]}""")
                .then()
                .statusCode(201);
        String exception = group.read("/v1/enrollments/" + woman + "/graduation-exceptions")
                .path("items[0].id");
        Caller.post(Tokens.of("graduations:decide", group.tenant))
                .body("{\"decision\": \"accepted\"}")
                .post("/v1/graduation-exceptions/" + exception + "/review")
                .then()
                .statusCode(200);
        group.act("/v1/cohorts/" + group.cohort + "/graduation", "{\"on\": \"2024-10-11\"}")
                .then()
                .statusCode(200);
        return woman;
    }
}
