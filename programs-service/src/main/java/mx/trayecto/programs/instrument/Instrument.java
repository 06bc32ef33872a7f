package mx.trayecto.programs.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;

/** One version of a questionnaire. It never changes: answers given to it keep their meaning. */
@Entity
@Immutable
public class Instrument extends TenantEntity {
    public String code;

    @Column(name = "instrument_version")
    public int instrumentVersion;

    @Enumerated(EnumType.STRING)
    public InstrumentKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    public Wording title;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Question> questions;

    protected Instrument() {}

    Instrument(UUID tenant, PublishInstrument command) {
        super(tenant);
        code = command.code();
        instrumentVersion = command.version();
        kind = command.kind();
        title = command.title();
        questions = command.questions();
    }

    public static Optional<Instrument> find(UUID id) {
        return findByIdOptional(id);
    }

    /**
     * The versions that bear a code.
     *
     * @param version only that one; null for all
     */
    public static List<Instrument> coded(String code, Integer version) {
        return version == null ? list("code", code) : list("code = ?1 and instrumentVersion = ?2", code, version);
    }

    /** The languages that all of it is worded in; Spanish is always the first. */
    List<String> languages() {
        List<String> languages = new ArrayList<>(questions.getFirst().text().languages());
        Stream.concat(
                        Stream.ofNullable(title),
                        questions.stream()
                                .flatMap(question -> Stream.concat(
                                        Stream.of(question.text()),
                                        question.options().stream().map(Option::text))))
                .forEach(wording -> languages.retainAll(wording.languages()));
        return languages;
    }

    public Optional<Question> question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }
}
