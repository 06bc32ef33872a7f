package mx.trayecto.programs.pathway;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Republishes;
import mx.trayecto.platform.outbox.Topic;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.program.Program;
import mx.trayecto.programs.topic.Topics;

/** Designs pathways and sets their graduation criteria; every change is told with the whole state. */
@ApplicationScoped
class Pathways implements Republishes<Pathway> {
    @Inject
    Reach reach;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Outbox outbox;

    PathwayView design(DesignPathway command) {
        UUID tenant = reach.wholeTenant();
        References references = new References();
        references.follow("/program", command.program(), Program::find);
        references.check();
        int version = command.pathwayVersion() == null
                ? Pathway.latestVersion(command.program()) + 1
                : command.pathwayVersion();
        return told(new Pathway(tenant, command, version));
    }

    PathwayView change(UUID id, JsonNode patch) {
        Pathway pathway = locked(id);
        preconditions.check(pathway.version);
        pathway.redesign(merge.apply(RedesignPathway.of(pathway), patch, RedesignPathway.class));
        return told(pathway);
    }

    PathwayView setCriteria(UUID id, SetCriteria command) {
        Pathway pathway = locked(id);
        pathway.add(command, "");
        return told(pathway);
    }

    PathwayView view(UUID id) {
        return Pathway.find(id).map(PathwayView::of).orElseThrow(ProblemException::notFound);
    }

    private Pathway locked(UUID id) {
        reach.wholeTenant();
        return Pathway.locked(id).orElseThrow(ProblemException::notFound);
    }

    private PathwayView told(Pathway pathway) {
        Unique.store(
                pathway,
                "/pathwayVersion",
                "/v1/pathways",
                Map.of("programId", pathway.programId, "pathwayVersion", pathway.pathwayVersion));
        tell(pathway);
        return PathwayView.of(pathway);
    }

    @Override
    public void tell(Pathway pathway) {
        outbox.append(Topics.PROGRAMS, pathway.id, PathwayChanged.TYPE, PathwayChanged.of(pathway));
    }

    @Override
    public Topic topic() {
        return Topics.PROGRAMS;
    }

    @Override
    public Class<Pathway> entity() {
        return Pathway.class;
    }
}
