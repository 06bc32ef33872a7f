package mx.trayecto.programs.field;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.Codes;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;

/** A list's filters, all by equality: read from the query, all unreadable ones told at once, applied page by page. */
public final class Filters {
    private final ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
    private final Map<String, Object> values = new TreeMap<>();

    /** What belongs to one thing: {@code attribute} names it by its id. */
    public static Filters of(String attribute, UUID id) {
        Filters filters = new Filters();
        filters.values.put(attribute, id);
        return filters;
    }

    /** Filters {@code attribute} by the id in the query parameter {@code name}; null is not set. */
    public Filters id(String name, String attribute, String text) {
        if (text != null) {
            try {
                values.put(attribute, UUID.fromString(text));
            } catch (IllegalArgumentException unreadable) {
                faults.error(name, "type", "debe ser un UUID", "must be a UUID");
            }
        }
        return this;
    }

    /** Where a list is filtered by {@code asked}, leaves out what {@code hidden} marks as leading to nobody. */
    public Filters shown(String asked, String hidden) {
        if (asked != null) {
            values.put(hidden, false);
        }
        return this;
    }

    /** Filters {@code attribute} by the code in the query parameter {@code name}; null is not set. */
    public <E extends Enum<E>> Filters code(String name, String attribute, String text, Class<E> codes) {
        if (text != null) {
            Codes.read(codes, text)
                    .ifPresentOrElse(
                            code -> values.put(attribute, code), () -> Codes.refuse(faults, codes, name, "code"));
        }
        return this;
    }

    /** Filters {@code attribute} by the text in the query parameter {@code name}, of 1 to {@code max} characters. */
    public Filters text(String name, String attribute, String text, int max) {
        if (text != null) {
            if (text.isBlank() || text.length() > max || text.indexOf('\0') >= 0) {
                faults.error(
                        name,
                        "size",
                        "debe tener entre 1 y " + max + " caracteres",
                        "must have between 1 and " + max + " characters");
            }
            values.put(attribute, text);
        }
        return this;
    }

    /** The filters set, by attribute. */
    public Map<String, Object> values() {
        if (faults.hasErrors()) {
            throw faults;
        }
        return values;
    }

    /** One page of what passes. */
    public <E extends TenantEntity> Response page(Pages pages, PageQuery query, Class<E> entity, Function<E, ?> view) {
        return pages.page(query, values(), (after, most) -> rows(entity, after, most), row -> row.id, view);
    }

    /** Rows that pass, after a row, in order of registration. */
    public <E extends PanacheEntityBase> List<E> rows(Class<E> entity, UUID after, int most) {
        StringBuilder query = new StringBuilder("from " + entity.getSimpleName() + " where 1 = 1");
        values().keySet()
                .forEach(attribute ->
                        query.append(" and ").append(attribute).append(" = :").append(attribute));
        if (after != null) {
            query.append(" and id > :after");
        }
        TypedQuery<E> rows = Panache.getEntityManager()
                .createQuery(query + " order by id", entity)
                .setMaxResults(most);
        values.forEach(rows::setParameter);
        if (after != null) {
            rows.setParameter("after", after);
        }
        return rows.getResultList();
    }
}
