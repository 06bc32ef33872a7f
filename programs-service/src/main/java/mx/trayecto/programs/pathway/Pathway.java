package mx.trayecto.programs.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.field.References;

/**
 * One version of a programme's path: ordered phases and their modules. From its first cohort on it never changes; only
 * graduation criteria are added, by date of validity.
 */
@Entity
public class Pathway extends TenantEntity {
    @Column(name = "program_id", updatable = false)
    public UUID programId;

    @Column(name = "pathway_version", updatable = false)
    public int pathwayVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual title;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Phase> phases;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<GraduationCriteria> criteria;

    /** A cohort follows it. */
    @Column(name = "in_use")
    public boolean inUse;

    protected Pathway() {}

    Pathway(UUID tenant, DesignPathway command, int pathwayVersion) {
        super(tenant);
        this.programId = command.program();
        this.pathwayVersion = pathwayVersion;
        this.title = command.title();
        this.phases = PhaseDesign.phases(command.phases(), List.of());
        this.criteria = List.of();
        add(command.criteria(), "/criteria");
    }

    public static Optional<Pathway> find(UUID id) {
        return findByIdOptional(id);
    }

    /** Found and locked until the transaction ends, so that its first cohort and its last change exclude each other. */
    static Optional<Pathway> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The highest version of a programme's pathways; 0 where it has none. */
    static int latestVersion(UUID program) {
        return Pathway.<Pathway>find("programId = ?1 order by pathwayVersion desc", program)
                .firstResultOptional()
                .map(pathway -> pathway.pathwayVersion)
                .orElse(0);
    }

    public Stream<PathwayModule> modules() {
        return phases.stream().flatMap(phase -> phase.modules().stream());
    }

    /** A module that a command names; null where it names none, or none of this version, which is refused. */
    public PathwayModule follow(String pointer, UUID module, References references) {
        return module == null ? null : onIt(pointer, module(module), references);
    }

    /** The same for one that a table names, by its id or its code. */
    public PathwayModule named(String pointer, String module, References references) {
        return onIt(
                pointer,
                modules()
                        .filter(one ->
                                one.code().equals(module) || one.id().toString().equalsIgnoreCase(module))
                        .findFirst(),
                references);
    }

    private static PathwayModule onIt(String pointer, Optional<PathwayModule> found, References references) {
        if (found.isEmpty()) {
            references.refuse(
                    pointer,
                    "not-on-pathway",
                    "no es un módulo de la versión de la ruta que se sigue",
                    "is no module of the pathway version that is followed");
        }
        return found.orElse(null);
    }

    public Optional<PathwayModule> module(UUID id) {
        return modules().filter(module -> module.id().equals(id)).findFirst();
    }

    public Optional<PathwayModule> module(String code) {
        return modules().filter(module -> module.code().equals(code)).findFirst();
    }

    /**
     * What must be completed before a module: the required modules of all phases that its phase comes after, of those
     * that come before them too, in the order of the pathway.
     */
    public List<PathwayModule> prerequisites(PathwayModule module) {
        Set<String> before = new HashSet<>();
        for (Phase phase : phases.reversed()) { // a phase comes after earlier ones only
            if (before.contains(phase.code()) || phase.modules().contains(module)) {
                before.addAll(phase.after());
            }
        }
        return phases.stream()
                .filter(phase -> before.contains(phase.code()))
                .flatMap(phase -> phase.modules().stream())
                .filter(PathwayModule::required)
                .toList();
    }

    /** The criteria that govern a graduation on a date: the latest valid by then, or the first where none was yet. */
    public GraduationCriteria criteriaOn(LocalDate date) {
        return criteria.stream()
                .filter(version -> !version.validFrom().isAfter(date))
                .max(Comparator.comparing(GraduationCriteria::validFrom))
                .orElseGet(() -> criteria.stream()
                        .min(Comparator.comparing(GraduationCriteria::validFrom))
                        .orElseThrow());
    }

    /** The modules that must be completed under a version of the criteria. */
    public List<PathwayModule> modulesRequiredBy(GraduationCriteria version) {
        return modules()
                .filter(module -> version.requiredModules() == null
                        ? module.required()
                        : version.requiredModules().contains(module.code()))
                .toList();
    }

    /** Whether whoever met a version of the criteria had to have completed a module. */
    public boolean requires(int criteriaVersion, String module) {
        return criteria.stream()
                .filter(one -> one.version() == criteriaVersion)
                .flatMap(one -> modulesRequiredBy(one).stream())
                .anyMatch(one -> one.code().equals(module));
    }

    /**
     * Marks that a cohort follows it. Locks only the first time: every later cohort finds it done.
     */
    public void use() {
        if (!inUse) {
            getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
            inUse = true;
        }
    }

    void redesign(RedesignPathway command) {
        if (inUse) {
            throw ProblemException.of(PathwayProblem.IN_USE)
                    .detail(
                            "Una generación ya sigue esta versión; publique una nueva.",
                            "A cohort already follows this version; publish a new one.");
        }
        title = command.title();
        phases = PhaseDesign.phases(command.phases(), modules().toList());
        if (!criteria.stream().allMatch(this::fulfillable)) {
            throw ProblemException.of(PathwayProblem.MODULE_REQUIRED);
        }
    }

    /** Adds a version of the criteria; {@code at} points to them in the command. */
    void add(SetCriteria command, String at) {
        if (criteria.stream().anyMatch(version -> version.validFrom().equals(command.validFrom()))) {
            throw ProblemException.of(PathwayProblem.CRITERIA_EXIST);
        }
        GraduationCriteria added = command.version(criteria.size() + 1);
        if (!fulfillable(added)) {
            new References().unknown(at + "/requiredModules").check();
        }
        List<GraduationCriteria> all = new ArrayList<>(criteria);
        all.add(added);
        criteria = all;
    }

    private boolean fulfillable(GraduationCriteria version) {
        return version.requiredModules() == null
                || version.requiredModules().stream()
                        .allMatch(code -> module(code).isPresent());
    }
}
