package mx.trayecto.programs.completion;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.pathway.Pathway;
import mx.trayecto.programs.pathway.PathwayModule;

/** What of a pathway comes before a module. Runs in the caller's transaction, under locks of the enrolments. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Prerequisites {
    private static final int MOST_NAMED = 10;

    /** By code: after a transfer another version of the pathway has other ids. */
    private static final String MISSING = """
            SELECT h.id, m.code
              FROM unnest(?::uuid[]) AS h (id)
             CROSS JOIN unnest(?::text[]) WITH ORDINALITY AS m (code, n)
             WHERE NOT EXISTS (SELECT FROM completion c
                                WHERE c.enrollment_id = h.id AND c.module_code = m.code AND c.completed_on <= ?
                                  AND c.status = 'RECORDED')
               AND NOT EXISTS (SELECT FROM completion c
                                WHERE c.enrollment_id = h.id AND c.module_code = ? AND c.status = 'RECORDED')
             ORDER BY m.n""";

    @Inject
    Sql sql;

    private record Missing(UUID enrollment, String module) {}

    /**
     * Whoever has not completed by a day what comes before a module, with the codes of what she has not; without those
     * who have completed the module itself.
     */
    Map<UUID, List<String>> missing(
            Collection<Enrollment> enrollments, Pathway pathway, PathwayModule module, LocalDate on) {
        List<PathwayModule> first = pathway.prerequisites(module);
        if (first.isEmpty() || enrollments.isEmpty()) {
            return Map.of();
        }
        return sql
                .list(
                        MISSING,
                        row -> new Missing(row.getObject(1, UUID.class), row.getString(2)),
                        Columns.of(enrollments).uuid(enrollment -> enrollment.id),
                        Columns.of(first).text(PathwayModule::code),
                        on,
                        module.code())
                .stream()
                .collect(Collectors.groupingBy(
                        Missing::enrollment, Collectors.mapping(Missing::module, Collectors.toList())));
    }

    static void refuse(References faults, String pointer, List<String> missing) {
        String named = missing.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (missing.size() > MOST_NAMED ? ", …" : "");
        faults.refuse(
                pointer,
                "prerequisite-missing",
                "a esa fecha no había completado lo que va antes: " + named,
                "by then what comes first was not completed: " + named);
    }
}
