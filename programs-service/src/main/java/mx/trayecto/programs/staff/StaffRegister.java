package mx.trayecto.programs.staff;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Republishes;
import mx.trayecto.platform.outbox.Topic;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Engages staff and changes what is known of them; identities are sealed on the way in, and reading them is audited. */
@ApplicationScoped
class StaffRegister implements Republishes<Staff> {
    private static final StaffIdentity UNREADABLE = new StaffIdentity(null, null, null, null);

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

    @Inject
    Qualifications qualifications;

    StaffView engage(EngageStaff command) {
        Staff staff = new Staff(reach.center(command.center()));
        follow(command);
        return told(staff, command);
    }

    StaffView change(UUID id, JsonNode patch) {
        Staff staff = Staff.find(id).orElseThrow(ProblemException::notFound);
        reach.center(staff.centerId);
        preconditions.check(staff.version);
        EngageStaff command = merge.apply(EngageStaff.of(staff, identity(staff)), patch, EngageStaff.class);
        reach.center(command.center());
        follow(command);
        StaffChanged before = StaffChanged.of(staff);
        StaffView view = told(staff, command);
        if (!StaffChanged.of(staff).equals(before)) {
            qualifications.tellAgain(staff); // they are counted where and as what she is
        }
        return view;
    }

    StaffView read(UUID id) {
        StaffView view = view(id);
        audit.record("readStaff", id, null);
        return view;
    }

    StaffView view(UUID id) {
        Staff staff = Staff.find(id).orElseThrow(ProblemException::notFound);
        return StaffView.of(staff, identity(staff));
    }

    List<StaffView> views(List<Staff> found) {
        Map<UUID, StaffIdentity> identities = vault.openAll(
                found.stream().collect(Collectors.toMap(staff -> staff.id, staff -> staff.identity)),
                StaffIdentity.class);
        audit.record("listStaff", null, Map.of("read", found.size()));
        return found.stream()
                .map(staff -> StaffView.of(staff, identities.getOrDefault(staff.id, UNREADABLE)))
                .toList();
    }

    private StaffIdentity identity(Staff staff) {
        StaffIdentity identity = vault.open(staff.id, staff.identity, StaffIdentity.class);
        return identity == null ? UNREADABLE : identity;
    }

    private StaffView told(Staff staff, EngageStaff command) {
        staff.describe(command, vault.seal(staff.id, command.identity()));
        staff.persist();
        tell(staff);
        return StaffView.of(staff, command.identity());
    }

    @Override
    public void tell(Staff staff) {
        outbox.append(Topics.PROGRAMS, staff.id, StaffChanged.TYPE, StaffChanged.of(staff));
    }

    @Override
    public Topic topic() {
        return Topics.PROGRAMS;
    }

    @Override
    public Class<Staff> entity() {
        return Staff.class;
    }

    private static void follow(EngageStaff command) {
        References references = new References();
        references.follow("/organization", command.organization(), Organization::find);
        references.follow("/center", command.center(), Center::find);
        references.follow("/agreement", command.agreement(), Agreement::find);
        references.check();
    }
}
