package mx.trayecto.programs.support;

import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.Described;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Worth;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.program.Program;
import mx.trayecto.programs.topic.Topics;

/** Records what institutions were given, and corrects it; each time it is told as it is now known. */
@ApplicationScoped
class Supports extends Described<Support, GiveSupport, SupportView> {
    @Inject
    Outbox outbox;

    Supports() {
        super(
                "/v1/institutional-supports",
                Support.class,
                GiveSupport.class,
                Support::new,
                Support::describe,
                GiveSupport::of,
                SupportView::of);
    }

    @Override
    protected void follow(GiveSupport command, References references) {
        references.follow("/organization", command.organization(), Organization::find);
        references.follow("/program", command.program(), Program::find);
        references.follow("/agreement", command.agreement(), Agreement::find);
        Worth.check("/amount", command.amount(), references);
        if (command.startsOn().isAfter(LocalDate.now(ZoneId.of(Center.DEFAULT_TIME_ZONE)))) {
            references.refuse("/startsOn", "future", "no puede estar en el futuro", "must not be in the future");
        }
    }

    @Override
    protected void store(Support support) {
        boolean known = support.isPersistent();
        support.persist();
        outbox.append(
                Topics.ACTIVITIES,
                support.id,
                known ? SupportRecord.CORRECTED : SupportRecord.GIVEN,
                SupportRecord.of(
                        support, Organization.find(support.organizationId).orElseThrow()));
    }
}
