package mx.trayecto.local.demo;

import java.util.Map;

import mx.trayecto.local.Json;

import static mx.trayecto.local.Json.bilingual;

/** How an indicator is computed, and what a framework states in a cell, as they read on the wire. */
final class Measures {
    private Measures() {}

    static Map<String, Object> count(String of, String basis, Map<String, Object> where) {
        return Json.of("type", "count", "of", of, "basis", basis, "where", where);
    }

    static Map<String, Object> persons(String of, Map<String, Object> where) {
        return count(of, "persons", where);
    }

    static Map<String, Object> sum(String of, Map<String, Object> where) {
        return Json.of("type", "sum", "of", of, "where", where);
    }

    static Map<String, Object> number(int number) {
        return Json.of("kind", "number", "number", number);
    }

    static Map<String, Object> text(String es, String en) {
        return Json.of("kind", "text", "text", bilingual(es, en));
    }

    static Map<String, Object> notApplicable() {
        return Json.of("kind", "notApplicable");
    }
}
