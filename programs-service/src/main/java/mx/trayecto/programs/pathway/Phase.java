package mx.trayecto.programs.pathway;

import java.util.List;

import mx.trayecto.platform.text.Bilingual;

/**
 * A phase of a pathway, in its order.
 *
 * @param after codes of earlier phases that come first
 */
record Phase(String code, Bilingual title, List<String> after, List<PathwayModule> modules) {}
