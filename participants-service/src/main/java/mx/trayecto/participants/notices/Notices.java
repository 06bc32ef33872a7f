package mx.trayecto.participants.notices;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.panache.common.Parameters;

import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Recollection;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** The tenant's privacy notices, and whether a consent fits them. Every call runs in the caller's transaction. */
@ApplicationScoped
public class Notices {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final String SPANISH = "spa";
    private static final String ENGLISH = "eng";

    /** How a consent stands to the notice that it names. */
    public enum Standing {
        /** As it should be; also where the tenant has published no notice yet. */
        FITTING,
        UNKNOWN,
        NOT_YET_VALID,
        /** The notice does not speak of the purpose: nobody was informed of it by that notice. */
        SILENT
    }

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    Recollection recollection;

    /**
     * What is known of a version.
     *
     * @param any whether the tenant has published a notice at all
     * @param from null where there is no such version
     */
    private record Known(boolean any, LocalDate from, Set<String> purposes) {
        Standing standing(GiveConsent given, LocalDate on) {
            if (!any) {
                return Standing.FITTING;
            } else if (from == null) {
                return Standing.UNKNOWN;
            } else if (from.isAfter(on)) {
                return Standing.NOT_YET_VALID;
            }
            return purposes.contains(given.purpose().name()) ? Standing.FITTING : Standing.SILENT;
        }
    }

    /** @param on the day on which the consent was given */
    public Standing standing(GiveConsent given, LocalDate on) {
        return recollection
                .<String, Known>of(Notices.class)
                .computeIfAbsent(given.noticeVersion(), this::find)
                .standing(given, on);
    }

    private Known find(String version) {
        return sql.first(
                        "SELECT any_notice.published, n.valid_from, n.purposes"
                                + " FROM (SELECT EXISTS (SELECT FROM notice WHERE tenant_id = ?) AS published) any_notice"
                                + " LEFT JOIN notice n ON n.tenant_id = ? AND n.notice_version = ?",
                        row -> new Known(
                                row.getBoolean(1),
                                row.getObject(2, LocalDate.class),
                                row.getArray(3) == null
                                        ? Set.of()
                                        : Set.copyOf(List.of(
                                                (String[]) row.getArray(3).getArray()))),
                        actor.get().tenant(),
                        actor.get().tenant(),
                        version)
                .orElseThrow();
    }

    /**
     * Publishes a version.
     *
     * @throws ProblemException 422 with every error; 403 for whoever is limited to centres or a portal; 409 where the
     *     version is published
     */
    Notice publish(PublishNotice command) {
        Actor who = actor.get();
        if (!who.centers().isEmpty() || who.sourceSystem().isPresent()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN)
                    .detail(
                            "El token está limitado a centros o a un portal; el aviso es de toda la institución.",
                            "The token is limited to centres or to a portal; a notice is the whole tenant's.");
        }
        check(command);
        // one at a time, so that the second finds the first and is told where it is
        sql.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 1))",
                who.tenant() + "\nnotice\n" + command.noticeVersion());
        list(null, 1, command.noticeVersion()).stream().findFirst().ifPresent(known -> {
            throw ProblemException.of(NoticeProblem.PUBLISHED).header(HttpHeaders.LOCATION, "/v1/notices/" + known.id);
        });
        Notice notice = new Notice(who.tenant(), command);
        notice.persistAndFlush();
        return notice;
    }

    /** @throws ProblemException 404 where it is absent or another tenant's */
    Notice require(UUID id) {
        return Notice.<Notice>find("tenantId = ?1 and id = ?2", actor.get().tenant(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** @param noticeVersion filter, may be null */
    List<Notice> list(UUID after, int rows, String noticeVersion) {
        Parameters with =
                Parameters.with("tenant", actor.get().tenant()).and("after", after == null ? new UUID(0, 0) : after);
        String query = "tenantId = :tenant and id > :after";
        if (noticeVersion != null) {
            query += " and noticeVersion = :version";
            with.and("version", noticeVersion);
        }
        return Notice.<Notice>find(query + " order by id", with)
                .range(0, rows - 1)
                .list();
    }

    private static void check(PublishNotice command) {
        ProblemException problem = ProblemException.of(CommonProblem.VALIDATION);
        if (command.validFrom().isBefore(EARLIEST)) {
            problem.error("/validFrom", "too-early", "es demasiado antigua", "is too early");
        }
        Set<Object> purposes = new HashSet<>();
        for (int i = 0; i < command.purposes().size(); i++) {
            PurposeText text = command.purposes().get(i);
            if (!purposes.add(text.purpose())) {
                problem.error("/purposes/" + i + "/purpose", "repeated", "está repetida", "is repeated");
            }
            Set<String> languages = new HashSet<>(Set.of(SPANISH, ENGLISH)); // which have fields of their own
            for (int j = 0; j < text.otherLanguages().size(); j++) {
                if (!languages.add(text.otherLanguages().get(j).language())) {
                    problem.error(
                            "/purposes/" + i + "/otherLanguages/" + j + "/language",
                            "repeated",
                            "está repetida",
                            "is repeated");
                }
            }
        }
        if (problem.hasErrors()) {
            throw problem;
        }
    }
}
