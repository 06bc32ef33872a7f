package mx.trayecto.programs.agreement;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Signs and changes agreements; every change is told with the whole state. */
@ApplicationScoped
class Agreements {
    @Inject
    Reach reach;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Outbox outbox;

    AgreementView sign(SignAgreement command) {
        UUID tenant = reach.wholeTenant();
        follow(command);
        Agreement agreement = new Agreement(tenant, command);
        return told(agreement);
    }

    AgreementView change(UUID id, JsonNode patch) {
        reach.wholeTenant();
        Agreement agreement = Agreement.find(id).orElseThrow(ProblemException::notFound);
        preconditions.check(agreement.version);
        SignAgreement command = merge.apply(SignAgreement.of(agreement), patch, SignAgreement.class);
        follow(command);
        agreement.describe(command);
        return told(agreement);
    }

    AgreementView view(UUID id) {
        return Agreement.find(id).map(AgreementView::of).orElseThrow(ProblemException::notFound);
    }

    private static void follow(SignAgreement command) {
        References references = new References();
        for (int i = 0; i < command.parties().size(); i++) {
            references.follow(
                    "/parties/" + i + "/organization", command.parties().get(i).organization(), Organization::find);
        }
        references.check();
    }

    private AgreementView told(Agreement agreement) {
        Unique.store(agreement, "/number");
        outbox.append(Topics.PROGRAMS, agreement.id, AgreementChanged.TYPE, AgreementChanged.of(agreement));
        return AgreementView.of(agreement);
    }
}
