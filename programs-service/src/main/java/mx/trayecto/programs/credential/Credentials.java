package mx.trayecto.programs.credential;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.outbox.Event;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentRows;
import mx.trayecto.programs.enrollment.EnrollmentStatus;
import mx.trayecto.programs.enrollment.GraduationRevoked;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.program.Program;
import mx.trayecto.programs.topic.Topics;

/** Issues credentials to graduates and revokes them. A graduate holds one at a time. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Credentials {
    @Inject
    IssuerKeys keys;

    @Inject
    Badge badge;

    @Inject
    Addresses addresses;

    @Inject
    CredentialStore store;

    @Inject
    Outbox outbox;

    /** @throws ProblemException 409 where she has not graduated */
    CredentialView issue(UUID enrollment) {
        Enrollment hers = Enrollment.lock(enrollment);
        if (hers.status != EnrollmentStatus.GRADUATED) {
            throw ProblemException.of(CredentialProblem.NOT_GRADUATED);
        }
        return view(Credential.last(enrollment).filter(Credential::holds).orElseGet(() -> {
            store.alone();
            return issue(List.of(hers)).getFirst();
        }));
    }

    /** To all graduates of a cohort who hold none. */
    CredentialsIssued issueAll(UUID cohortId) {
        CohortTerms cohort = CohortTerms.of(cohortId);
        List<Enrollment> graduates =
                EnrollmentRows.takingPart(cohortId, true).stream() // before the list's lock, as for one
                        .filter(each -> each.status == EnrollmentStatus.GRADUATED)
                        .toList();
        store.alone();
        List<UUID> all = graduates.stream().map(each -> each.id).toList();
        Set<UUID> holders = store.holders(all);
        issue(graduates.stream().filter(each -> !holders.contains(each.id)).toList());
        return new CredentialsIssued(cohort.id(), cohort.version(), all);
    }

    /** Those of a cohort's graduates who hold one. */
    CredentialsIssued issued(UUID cohortId) {
        CohortTerms cohort = CohortTerms.of(cohortId);
        return new CredentialsIssued(cohort.id(), cohort.version(), store.holders(cohortId));
    }

    /** @throws ProblemException 422 where a key is said to be withdrawn that is not: whoever verifies would be told so */
    CredentialView revoke(UUID id, CredentialRevocation why) {
        if (why == CredentialRevocation.KEY_WITHDRAWN) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            "/reason",
                            "not-a-choice",
                            "solo resulta de retirar una llave",
                            "only follows from the withdrawal of a key");
        }
        Credential credential = Credential.lock(id);
        revoke(credential, why);
        return view(credential);
    }

    /** Whose graduation is taken back holds nothing any more, from the same commit on. */
    void graduationRevoked(@Observes GraduationRevoked event) {
        Credential.last(event.enrollment())
                .map(last -> Credential.lock(last.id))
                .ifPresent(last -> revoke(last, CredentialRevocation.GRADUATION_REVOKED));
    }

    /**
     * A credential on paper.
     *
     * @param name whose it is; null leaves a line to write on
     * @throws ProblemException 409 where it holds no longer, 422 where the name would lack a letter
     */
    byte[] certificate(UUID id, String name) {
        Credential credential = Credential.<Credential>findByIdOptional(id).orElseThrow(ProblemException::notFound);
        if (!credential.holds()) {
            throw ProblemException.of(CredentialProblem.REVOKED);
        }
        Program program = Program.find(credential.programId).orElseThrow();
        Organization owner = Organization.find(program.ownerId).orElseThrow();
        String hers = name == null ? "" : name;
        Certificate page = new Certificate();
        page.unprintable(hers).ifPresent(letter -> {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            "/name",
                            "letter",
                            "tiene un carácter que no se puede imprimir: " + Character.toString(letter),
                            "has a character that cannot be printed: " + Character.toString(letter));
        });
        return page.of(credential, program, owner, hers, addresses.credential(id));
    }

    CredentialView view(Credential credential) {
        return CredentialView.of(credential, addresses.credential(credential.id));
    }

    CredentialView view(UUID id) {
        return Credential.<Credential>findByIdOptional(id).map(this::view).orElseThrow(ProblemException::notFound);
    }

    /**
     * However many of one programme they are, the key is opened once, and one statement writes what there is of each kind.
     * Where a key was withdrawn, what it signed for them is revoked, and told to be, before it is issued anew.
     */
    private List<Credential> issue(List<Enrollment> graduates) {
        if (graduates.isEmpty()) {
            return List.of();
        }
        Program program = Program.find(graduates.getFirst().programId).orElseThrow();
        Organization owner = Organization.find(program.ownerId).orElseThrow();
        revoked(store.revokeUnbelieved(graduates.stream().map(hers -> hers.id).toList()));
        Signer signer = keys.signer();
        StatusPlaces places = store.places();
        List<Credential> fresh = graduates.stream()
                .map(hers -> {
                    Credential credential = new Credential(hers, places.next());
                    credential.sign(signer, badge.of(credential, program, owner, hers.graduatedByException));
                    return credential;
                })
                .toList();
        store.add(fresh);
        outbox.appendAll(fresh.stream()
                .map(each -> new Event(Topics.CREDENTIALS, each.id, CredentialRecord.ISSUED, CredentialRecord.of(each)))
                .toList());
        return fresh;
    }

    private void revoke(Credential credential, CredentialRevocation why) {
        if (credential.revoke(why)) {
            Credential.flush();
            revoked(List.of(CredentialRecord.of(credential)));
        }
    }

    private void revoked(List<CredentialRecord> all) {
        outbox.appendAll(all.stream()
                .map(each -> new Event(Topics.CREDENTIALS, each.credential(), CredentialRecord.REVOKED, each))
                .toList());
    }
}
