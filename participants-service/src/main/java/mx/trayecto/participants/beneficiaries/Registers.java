package mx.trayecto.participants.beneficiaries;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.participants.registry.Faults;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** The tenant's registers of beneficiaries. Every call runs in the caller's transaction. */
@ApplicationScoped
class Registers {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int MOST_YEARS = 10;

    @Inject
    CurrentActor actor;

    @Inject
    MergePatch merge;

    @Inject
    Preconditions preconditions;

    @Inject
    Sql sql;

    /**
     * Declares a register.
     *
     * @throws ProblemException 422 with every error; 403 for whoever is limited to centres or a portal; 409 where the code
     *     is taken
     */
    BeneficiaryRegister declare(DeclareRegister command) {
        UUID tenant = wholeTenant();
        check(command);
        refuseTaken(command.code(), null);
        BeneficiaryRegister register = new BeneficiaryRegister(tenant, command);
        register.persistAndFlush();
        return register;
    }

    /** @throws ProblemException as {@link #declare}; 412 where the version is another; 404 where it is absent */
    BeneficiaryRegister change(UUID id, JsonNode patch) {
        wholeTenant(); // before it is looked for: who may not change it is not told whether it is there
        BeneficiaryRegister known = require(id);
        preconditions.check(known.version);
        DeclareRegister after = merge.apply(DeclareRegister.of(known), patch, DeclareRegister.class);
        check(after);
        refuseTaken(after.code(), id);
        known.become(after);
        sql.execute(); // writes it, so that the view has its version
        return known;
    }

    /** @throws ProblemException 404 where it is absent or another tenant's */
    BeneficiaryRegister require(UUID id) {
        return BeneficiaryRegister.<BeneficiaryRegister>find(
                        "tenantId = ?1 and id = ?2", actor.get().tenant(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    List<BeneficiaryRegister> list(UUID after, int rows) {
        return BeneficiaryRegister.<BeneficiaryRegister>find(
                        "tenantId = ?1 and id > ?2 order by id",
                        actor.get().tenant(),
                        after == null ? new UUID(0, 0) : after)
                .range(0, rows - 1)
                .list();
    }

    private UUID wholeTenant() {
        Actor who = actor.get();
        if (!who.centers().isEmpty() || who.sourceSystem().isPresent()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN)
                    .detail(
                            "El token está limitado a centros o a un portal; el padrón es de toda la institución.",
                            "The token is limited to centres or to a portal; a register is the whole tenant's.");
        }
        return who.tenant();
    }

    private static void check(DeclareRegister told) {
        Faults faults = new Faults("");
        if (told.startsOn().isBefore(EARLIEST)) {
            faults.add("/startsOn", "too-early", "es demasiado antigua", "is too early");
        } else if (told.endsOn().isBefore(told.startsOn())) {
            faults.add(
                    "/endsOn", "before-start", "no puede ser anterior al inicio", "must not be before the beginning");
        } else if (told.endsOn().isAfter(told.startsOn().plusYears(MOST_YEARS))) {
            faults.add("/endsOn", "too-long", "abarca más de diez años", "spans more than ten years");
        }
        faults.refuse();
    }

    /** One at a time, so that the second finds the first and is told where it is. */
    private void refuseTaken(String code, UUID itself) {
        UUID tenant = actor.get().tenant();
        sql.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))", tenant + "\nregister\n" + code);
        sql.ids("SELECT id FROM beneficiary_register WHERE tenant_id = ? AND code = ?", tenant, code).stream()
                .filter(id -> !id.equals(itself))
                .findFirst()
                .ifPresent(known -> {
                    throw ProblemException.of(RegisterProblem.CODE_TAKEN)
                            .header(HttpHeaders.LOCATION, "/v1/beneficiary-registers/" + known);
                });
    }
}
