package mx.trayecto.participants.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.attributes.Attributes;
import mx.trayecto.participants.attributes.Sensitive;
import mx.trayecto.participants.centers.Centers;
import mx.trayecto.participants.codelists.Languages;
import mx.trayecto.participants.consents.Consents;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.participants.notices.Notices;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** What must hold between what is told of a person, her consents, and who tells it. */
@ApplicationScoped
public class RegistrationRules {
    private static final Map<String, String> POINTERS = Map.of(
            "indigenous", "/selfIdentification/indigenous",
            "afroMexican", "/selfIdentification/afroMexican",
            "disability", "/disability",
            "languages", "/languages",
            "migration", "/migration");
    /** Clocks of partners may run ahead by this much. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    @Inject
    CurrentActor actor;

    @Inject
    Centers centers;

    @Inject
    Languages languages;

    @Inject
    Notices notices;

    @Inject
    RegistryConfig config;

    /** Consents lie in the past, those for sensitive data are written, and all name a notice that they can be given to. */
    public void consents(List<GiveConsent> consents, String pointer, Faults faults) {
        consents(consents, consents, pointer, faults);
    }

    /** @param unheard those that are new: what was agreed to before is not held against notices published since */
    void consents(List<GiveConsent> consents, List<GiveConsent> unheard, String pointer, Faults faults) {
        for (int i = 0; i < consents.size(); i++) {
            GiveConsent given = consents.get(i);
            said(given, pointer + "/" + i, faults);
            if (unheard.contains(given)) {
                informed(given, pointer + "/" + i, faults);
            }
        }
    }

    void consent(GiveConsent given, String pointer, Faults faults) {
        said(given, pointer, faults);
        informed(given, pointer, faults);
    }

    private static void said(GiveConsent given, String pointer, Faults faults) {
        if (given.at() != null && given.at().isAfter(Instant.now().plus(CLOCKS))) {
            faults.add(pointer + "/at", "future", "no puede ser futura", "must not be in the future");
        } else if (given.at() != null && given.at().isBefore(EARLIEST)) {
            faults.add(pointer + "/at", "too-early", "es demasiado antigua", "is too early");
        }
        if (!given.valid()) {
            faults.add(
                    pointer + "/channel",
                    "not-written",
                    "los datos sensibles requieren consentimiento por escrito",
                    "sensitive data need consent in writing");
        }
    }

    /** Nothing stands in the way of a withdrawal, whatever notice it names. */
    private void informed(GiveConsent given, String pointer, Faults faults) {
        if (!given.granted()) {
            return;
        }
        Instant at = given.at() == null ? Instant.now() : given.at();
        String notice = pointer + "/noticeVersion";
        switch (notices.standing(given, LocalDate.ofInstant(at, config.zone()))) {
            case UNKNOWN -> faults.add(notice, "unknown-notice", "no es un aviso publicado", "is no published notice");
            case NOT_YET_VALID ->
                faults.add(
                        notice,
                        "notice-not-yet-valid",
                        "el aviso no estaba vigente en esa fecha",
                        "the notice was not valid yet on that date");
            case SILENT ->
                faults.add(
                        notice,
                        "purpose-not-in-notice",
                        "el aviso no habla de esa finalidad",
                        "the notice does not speak of that purpose");
            case FITTING -> {
                // she was told what she agrees to
            }
        }
    }

    /** A portal names people by its own source system only. */
    public void reference(Reference reference, String pointer, Faults faults) {
        actor.get()
                .sourceSystem()
                .filter(own -> !own.equals(reference.sourceSystem()))
                .ifPresent(own -> faults.add(
                        pointer + "/sourceSystem",
                        "not-yours",
                        "debe ser el sistema de origen del token",
                        "must be the token's own source system"));
    }

    /**
     * What is sensitive is only taken with her consent, given now or before. Without it even what is stored already is
     * refused: who tries one value after the other must not learn which it is.
     *
     * @param mentioned the attributes that were told now
     */
    void sensitive(Set<String> mentioned, Attributes after, Consents consents, Faults faults) {
        if (!consents.granted(Purpose.SENSITIVE_DATA)) {
            Sensitive.stated(after).stream()
                    .filter(mentioned::contains)
                    .forEach(name -> faults.add(
                            POINTERS.get(name),
                            "consent-required",
                            "requiere su consentimiento sensitive-data",
                            "needs her consent sensitive-data"));
        }
    }

    /** A language that is newly named by INALI's code is one of its catalogue, as far as that is loaded. */
    void languages(Attributes before, Attributes after, Faults faults) {
        List<String> named = new ArrayList<>(after.languages());
        if (before != null) {
            named.removeAll(before.languages());
        }
        languages
                .unknown(named)
                .forEach(code -> faults.add(
                        "/languages/" + after.languages().indexOf(code),
                        "unknown-language",
                        "no está en el catálogo del INALI",
                        "is not in INALI's catalogue"));
    }

    /** A minor takes part with her guardian's consent. */
    void minor(Identity identity, LocalDate on, Consents consents, Faults faults) {
        if (identity.minorOn(on) && !consents.granted(Purpose.MINOR_PARTICIPATION)) {
            faults.add(
                    "/consents",
                    "guardian-consent-required",
                    "requiere el consentimiento minor-participation de quien ejerce la tutela",
                    "needs the guardian's consent minor-participation");
        }
    }

    /** The centre that a registration puts her in: staff of one centre need not name it. */
    UUID center(UUID given, LocalDate on, Faults faults) {
        Actor who = actor.get();
        if (given == null && who.centers().size() == 1) {
            return center(who.centers().iterator().next(), on, faults);
        }
        if (given == null && !who.centers().isEmpty()) {
            faults.add(
                    "/center", "required", "es obligatorio con centros limitados", "is required of staff of centres");
        } else if (given != null && !who.centers().isEmpty() && !who.centers().contains(given)) {
            faults.add("/center", "not-yours", "no es uno de sus centros", "is none of your centres");
        } else if (given != null && !centers.open(given, on)) {
            faults.add("/center", "unknown-center", "no existe o estaba cerrado", "does not exist or was closed");
        }
        return given;
    }
}
