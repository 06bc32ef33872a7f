package mx.trayecto.programs.center;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Snapshotted;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Opens and changes centres; every change is told with the whole state. */
@ApplicationScoped
class Centers extends Snapshotted<Center, OpenCenter, CenterView> {
    @Inject
    Outbox outbox;

    Centers() {
        super(
                "/v1/centers",
                Center.class,
                OpenCenter.class,
                Center::new,
                Center::describe,
                OpenCenter::of,
                CenterView::of);
    }

    @Override
    protected void follow(OpenCenter command, References references) {
        references.follow("/organization", command.organization(), Organization::find);
        references.follow("/agreement", command.agreement(), Agreement::find);
    }

    @Override
    protected void store(Center center) {
        Unique.store(center, "/code", "/v1/centers", Map.of("code", center.code));
        tell(center);
    }

    @Override
    public void tell(Center center) {
        outbox.append(Topics.PROGRAMS, center.id, CenterChanged.TYPE, CenterChanged.of(center));
    }
}
