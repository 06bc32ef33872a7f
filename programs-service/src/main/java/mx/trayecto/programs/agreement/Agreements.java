package mx.trayecto.programs.agreement;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Snapshotted;
import mx.trayecto.programs.field.Succession;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Signs and changes agreements; every change is told with the whole state. */
@ApplicationScoped
class Agreements extends Snapshotted<Agreement, SignAgreement, AgreementView> {
    @Inject
    Outbox outbox;

    Agreements() {
        super(
                "/v1/agreements",
                Agreement.class,
                SignAgreement.class,
                Agreement::new,
                Agreement::describe,
                SignAgreement::of,
                AgreementView::of);
    }

    @Override
    protected void follow(SignAgreement command, References references) {
        references.follow("/succeeds", command.succeeds(), Agreement::find);
        for (int i = 0; i < command.parties().size(); i++) {
            references.follow(
                    "/parties/" + i + "/organization", command.parties().get(i).organization(), Organization::find);
        }
    }

    @Override
    protected void store(Agreement agreement) {
        Succession.refuseCircle(
                agreement.id,
                agreement.succeedsId,
                id -> Agreement.find(id).map(earlier -> earlier.succeedsId).orElse(null));
        Unique.store(agreement, "/number", "/v1/agreements", Map.of("number", agreement.number));
        tell(agreement);
    }

    @Override
    public void tell(Agreement agreement) {
        outbox.append(Topics.PROGRAMS, agreement.id, AgreementChanged.TYPE, AgreementChanged.of(agreement));
    }
}
