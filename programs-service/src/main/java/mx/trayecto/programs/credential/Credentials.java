package mx.trayecto.programs.credential;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;
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
    private static final SecureRandom CHANCE = new SecureRandom();

    @Inject
    CurrentActor actor;

    @Inject
    IssuerKeys keys;

    @Inject
    CredentialConfig config;

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    /** @throws ProblemException 409 where she has not graduated */
    CredentialView issue(UUID enrollment) {
        Enrollment hers = Enrollment.lock(enrollment);
        if (hers.status != EnrollmentStatus.GRADUATED) {
            throw ProblemException.of(CredentialProblem.NOT_GRADUATED);
        }
        return view(Credential.live(enrollment).orElseGet(() -> issue(hers, taken())));
    }

    /** To all graduates of a cohort who hold none. */
    CredentialsIssued issueAll(UUID cohortId) {
        CohortTerms cohort = CohortTerms.of(cohortId);
        List<Enrollment> women = EnrollmentRows.takingPart(cohortId, true); // before the list's lock, as for one
        Set<Integer> taken = taken();
        List<UUID> holders = new ArrayList<>();
        for (Enrollment each : women) {
            if (each.status == EnrollmentStatus.GRADUATED) {
                if (Credential.live(each.id).isEmpty()) {
                    issue(each, taken);
                }
                holders.add(each.id);
            }
        }
        return new CredentialsIssued(cohort.id(), cohort.version(), holders);
    }

    /** Those of a cohort's graduates who hold one. */
    CredentialsIssued issued(UUID cohortId) {
        CohortTerms cohort = CohortTerms.of(cohortId);
        return new CredentialsIssued(
                cohort.id(),
                cohort.version(),
                sql.ids(
                        "SELECT c.enrollment_id FROM credential c JOIN enrollment e ON e.tenant_id = c.tenant_id"
                                + " AND e.id = c.enrollment_id WHERE e.cohort_id = ? AND c.revoked_at IS NULL ORDER BY 1",
                        cohortId));
    }

    CredentialView revoke(UUID id, CredentialRevocation why) {
        Credential credential = Credential.lock(id);
        revoke(credential, why);
        return view(credential);
    }

    /** Whose graduation is taken back holds nothing any more, from the same commit on. */
    void graduationRevoked(@Observes GraduationRevoked event) {
        Credential.live(event.enrollment())
                .map(live -> Credential.lock(live.id))
                .ifPresent(live -> revoke(live, CredentialRevocation.GRADUATION_REVOKED));
    }

    CredentialView view(Credential credential) {
        return CredentialView.of(credential, badge().verification(credential.id));
    }

    CredentialView view(UUID id) {
        return Credential.<Credential>findByIdOptional(id).map(this::view).orElseThrow(ProblemException::notFound);
    }

    Badge badge() {
        return new Badge(config.publicUrl());
    }

    private Credential issue(Enrollment hers, Set<Integer> taken) {
        Credential credential = new Credential(hers, freeIndex(taken));
        Program program = Program.find(hers.programId).orElseThrow();
        IssuerKeys.Signed signed = keys.sign(badge().of(
                        credential, program, Organization.find(program.ownerId).orElseThrow()));
        credential.keyId = signed.key();
        credential.token = signed.token();
        credential.persistAndFlush();
        outbox.append(Topics.CREDENTIALS, credential.id, CredentialRecord.ISSUED, CredentialRecord.of(credential));
        return credential;
    }

    private void revoke(Credential credential, CredentialRevocation why) {
        if (credential.revoke(why)) {
            Credential.flush();
            outbox.append(Topics.CREDENTIALS, credential.id, CredentialRecord.REVOKED, CredentialRecord.of(credential));
        }
    }

    /** By chance, so that neighbours in the list have nothing to do with each other. */
    private static int freeIndex(Set<Integer> taken) {
        if (taken.size() == RevokedBits.BITS) {
            throw ProblemException.of(CredentialProblem.LIST_FULL);
        }
        int index = CHANCE.nextInt(RevokedBits.BITS);
        while (!taken.add(index)) {
            index = CHANCE.nextInt(RevokedBits.BITS);
        }
        return index;
    }

    /** One who issues at a time in a tenant. */
    private Set<Integer> taken() {
        UUID tenant = actor.get().tenant();
        sql.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 5))", row -> null, "credentials " + tenant);
        return new HashSet<>(sql.list("SELECT * FROM taken_status_indexes()", row -> row.getInt(1)));
    }

    /** The live one of an enrolment. */
    Optional<Credential> live(UUID enrollment) {
        return Credential.live(enrollment);
    }
}
