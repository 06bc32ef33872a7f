package mx.trayecto.programs.staff;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.outbox.Event;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.Filters;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Records what staff are trained and certified in, and corrects it; certificates are sealed, and reading them is audited. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Qualifications {
    @Inject
    Reach reach;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Vault vault;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    QualificationView record(UUID staff, RecordQualification command) {
        Staff hers = ofReach(staff);
        return told(new Qualification(hers), hers, command, QualificationRecorded.RECORDED);
    }

    QualificationView change(UUID staff, UUID id, JsonNode patch) {
        Staff hers = ofReach(staff);
        Qualification known = known(staff, id);
        preconditions.check(known.version);
        return told(
                known,
                hers,
                merge.apply(description(known), patch, RecordQualification.class),
                QualificationRecorded.CORRECTED);
    }

    QualificationView read(UUID staff, UUID id) {
        QualificationView view = view(staff, id);
        audit.record("readQualification", id, null);
        return view;
    }

    QualificationView view(UUID staff, UUID id) {
        Qualification known = known(staff, id);
        return QualificationView.of(known, description(known));
    }

    List<QualificationView> views(UUID staff, UUID after, int rows) {
        List<Qualification> found = Filters.of("staffId", staff).rows(Qualification.class, after, rows);
        audit.record("listQualifications", staff, Map.of("read", found.size()));
        return found.stream()
                .map(each -> QualificationView.of(each, description(each)))
                .toList();
    }

    /** Tells all that counts of hers anew, after something that is told along with it was corrected of herself. */
    void tellAgain(Staff hers) {
        outbox.appendAll(
                Qualification.<Qualification>list("staffId = ?1 and mistaken = false order by id", hers.id).stream()
                        .map(each -> new Event(
                                Topics.ACTIVITIES,
                                each.id,
                                QualificationRecorded.CORRECTED,
                                QualificationRecorded.of(each, hers)))
                        .toList());
    }

    private RecordQualification description(Qualification known) {
        return known.description(folio(known));
    }

    /** Null where there is none, and once her key was destroyed. */
    private String folio(Qualification known) {
        return known.certificate == null ? null : vault.open(known.staffId, known.certificate, String.class);
    }

    private QualificationView told(Qualification known, Staff hers, RecordQualification command, String type) {
        check(command, hers);
        known.describe(command, sealed(known, hers, command));
        known.persist();
        outbox.append(Topics.ACTIVITIES, known.id, type, QualificationRecorded.of(known, hers));
        return QualificationView.of(known, command);
    }

    /** What cannot be opened any more stays as it is, so that the rest can still be corrected. */
    private byte[] sealed(Qualification known, Staff hers, RecordQualification command) {
        if (Objects.equals(command.certificate(), folio(known)) && known.certificate != null) {
            return known.certificate;
        }
        if (command.certificate() != null) {
            return vault.seal(hers.id, command.certificate());
        }
        if (command.kind() == QualificationKind.CERTIFICATION && !command.mistaken()) {
            throw new References()
                    .refuse("/certificate", "required", "una certificación lleva folio", "a certification has a folio")
                    .refusal();
        }
        return null;
    }

    private Staff ofReach(UUID staff) {
        Staff hers = Staff.find(staff).orElseThrow(ProblemException::notFound);
        reach.center(hers.centerId);
        return hers;
    }

    private static Qualification known(UUID staff, UUID id) {
        return Qualification.find(staff, id).orElseThrow(ProblemException::notFound);
    }

    private static void check(RecordQualification command, Staff hers) {
        References references = new References();
        references.follow("/organization", command.organization(), Organization::find);
        references.follow("/agreement", command.agreement(), Agreement::find);
        ZoneId there = Optional.ofNullable(hers.centerId)
                .flatMap(Center::find)
                .map(Center::zone)
                .orElse(ZoneId.of(Center.DEFAULT_TIME_ZONE));
        if (command.on().isAfter(LocalDate.now(there))) {
            references.refuse("/on", "future", "no puede estar en el futuro", "must not be in the future");
        }
        references.check();
    }
}
