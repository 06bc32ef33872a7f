package mx.trayecto.programs.pathway;

import java.math.BigDecimal;
import java.util.UUID;

import mx.trayecto.platform.text.Bilingual;

/**
 * A module of one pathway version.
 *
 * @param externalCourseId the course's id in a learning platform, where it has one
 */
public record PathwayModule(
        UUID id,
        String code,
        Bilingual title,
        BigDecimal hours,
        Modality modality,
        boolean required,
        String externalCourseId) {}
