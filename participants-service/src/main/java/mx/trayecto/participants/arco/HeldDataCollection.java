package mx.trayecto.participants.arco;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.breakglass.IdentityAccesses;
import mx.trayecto.participants.consents.Consent;
import mx.trayecto.participants.consents.ConsentView;
import mx.trayecto.participants.duplicates.Duplicates;
import mx.trayecto.participants.registry.Holding;
import mx.trayecto.participants.registry.Rights;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.text.Bilingual;

/** Collects what is held of a person from every table that names her. Runs in the caller's transaction. */
@ApplicationScoped
class HeldDataCollection {
    private static final Bilingual ABOUT = new Bilingual(
            "Todo lo que se conserva de usted en el registro de participantes y en los programas, bajo cada uno de sus"
                    + " registros. Las cifras en las que cuenta, que se sacan de lo anterior y no llevan su nombre, no están"
                    + " en este archivo: se indica al final dónde se obtienen.",
            "All that is held of you in the registry of participants and in the programmes, under each of your records. The"
                    + " figures that you count in, which are made of the former and bear no name, are not in this archive:"
                    + " where to get them stands at its end.");

    private static final Bilingual FIGURES = new Bilingual(
            "Cifras en las que cuenta, sin nombre ni datos de contacto, bajo su identificador",
            "Figures that she counts in, without name or contact, under her id");

    private static final String CENTERS = """
            SELECT center_id, min(since)::date FROM served_at
             WHERE tenant_id = ? AND participant_id = ANY (?)
             GROUP BY center_id ORDER BY 2, 1""";

    private static final String APPLICATIONS = """
            SELECT id, cohort_id, source_system, external_id, applied_on, status, reason, enrollment_id, participant_id
              FROM application
             WHERE tenant_id = ? AND participant_id = ANY (?)
             ORDER BY id""";

    @Inject
    ArcoRequests requests;

    @Inject
    Rights rights;

    @Inject
    Duplicates duplicates;

    @Inject
    Involvements involvements;

    @Inject
    IdentityAccesses accesses;

    @Inject
    HeldElsewhere elsewhere;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    @Inject
    Sql sql;

    /**
     * What is handed over for a request of access.
     *
     * @throws ProblemException 409 where it is no granted request of access; 403 where her record is protected and the
     *     actor has no access to it, or is limited to centres or to a portal, since all of hers is of the whole tenant; 404
     *     where she is not seen, or blocked; 503 where programs-service does not tell what it holds
     */
    HeldData of(UUID id) {
        ArcoRequest request = requests.require(id);
        if (request.kind != ArcoKind.ACCESS
                || request.status != ArcoStatus.GRANTED && request.status != ArcoStatus.DONE) {
            throw ProblemException.of(ArcoProblem.WRONG_STATUS)
                    .detail(
                            "Se entregan los datos de una solicitud de acceso procedente.",
                            "Data are handed over for a granted request of access.");
        }
        return rights.held(request.participantId, "exportArcoRequest", holding -> collected(request, holding));
    }

    private void demandWholeTenant() {
        Actor officer = actor.get();
        if (!officer.centers().isEmpty() || officer.sourceSystem().isPresent()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN)
                    .detail(
                            "El token está limitado a centros o a un portal; el archivo es de toda la institución.",
                            "The token is limited to centres or to a portal; the archive is of the whole tenant.");
        }
    }

    private HeldData collected(ArcoRequest request, Holding holding) {
        demandWholeTenant();
        UUID tenant = actor.get().tenant();
        List<UUID> hers = holding.records();
        return new HeldData(
                tenant,
                request.id,
                clock.instant(),
                ABOUT,
                holding.standing(),
                holding.merged(),
                holding.merges(),
                Consent.<Consent>list("tenantId = ?1 and participantId in ?2 order by id", tenant, hers).stream()
                        .map(consent -> ConsentView.of(consent, true))
                        .toList(),
                sql.list(CENTERS, HeldDataCollection::center, tenant, hers),
                sql.list(APPLICATIONS, HeldDataCollection::application, tenant, hers),
                involvements.collectives(hers),
                involvements.deliveries(hers),
                duplicates.of(hers),
                accesses.of(hers),
                requests.of(hers),
                elsewhere.programs(request.participantId, hers),
                List.of(new HeldData.Elsewhere("indicators-service", FIGURES, "/v1/indicators")));
    }

    private static Map<String, Object> center(ResultSet row) throws SQLException {
        Map<String, Object> center = new LinkedHashMap<>();
        center.put("center", row.getObject(1, UUID.class));
        center.put("since", row.getObject(2, LocalDate.class));
        return center;
    }

    private static Map<String, Object> application(ResultSet row) throws SQLException {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("id", row.getObject(1, UUID.class));
        application.put("participant", row.getObject(9, UUID.class));
        application.put("cohort", row.getObject(2, UUID.class));
        application.put("sourceSystem", row.getString(3));
        application.put("externalId", row.getString(4));
        application.put("appliedOn", row.getObject(5, LocalDate.class));
        application.put("status", row.getString(6).toLowerCase().replace('_', '-'));
        application.put("reason", row.getString(7));
        application.put("enrollment", row.getObject(8, UUID.class));
        application.values().removeIf(java.util.Objects::isNull);
        return application;
    }
}
