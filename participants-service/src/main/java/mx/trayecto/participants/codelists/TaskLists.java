package mx.trayecto.participants.codelists;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.platform.text.Bilingual;

/** The codes that every service gives: of imports and of the audit. A change raises the list's version. */
@ApplicationScoped
class TaskLists implements CodeListSource {
    private static final List<CodeList> LISTS = List.of(
            new CodeList(
                    "task-state",
                    1,
                    new Bilingual("Avance de una carga", "How far an import has come"),
                    List.of(
                            CodeList.Entry.of("queued", "En espera", "Queued"),
                            CodeList.Entry.of("running", "En curso", "Running"),
                            CodeList.Entry.of("done", "Terminada", "Done"),
                            CodeList.Entry.of("failed", "No se pudo terminar", "Failed"))),
            new CodeList(
                    "row-outcome",
                    1,
                    new Bilingual("Resultado de una fila", "Outcome of a row"),
                    List.of(
                            CodeList.Entry.of("created", "Registrada", "Created"),
                            CodeList.Entry.of("updated", "Actualizada", "Updated"),
                            CodeList.Entry.of("unchanged", "Sin cambios", "Unchanged"),
                            CodeList.Entry.of("rejected", "Rechazada", "Rejected"))),
            new CodeList(
                    "audit-break",
                    1,
                    new Bilingual("Alteraciones de la bitácora", "Breaks of the audit"),
                    List.of(
                            CodeList.Entry.of("entry-removed", "Falta un asiento sellado", "A sealed entry is missing"),
                            CodeList.Entry.of("entry-changed", "Un asiento fue alterado", "An entry was changed"),
                            CodeList.Entry.of(
                                    "entry-foreign",
                                    "Un asiento no lo escribió este servicio",
                                    "An entry was not written by this service"),
                            CodeList.Entry.of("entry-copied", "Un asiento está dos veces", "An entry is there twice"),
                            CodeList.Entry.of(
                                    "entry-not-sealed",
                                    "Un asiento quedó sin sello",
                                    "An entry was left without a seal"),
                            CodeList.Entry.of(
                                    "entry-not-indexed",
                                    "Un asiento no se encuentra por todo lo que nombra",
                                    "An entry is not found by all that it names"),
                            CodeList.Entry.of("seal-broken", "Un sello no corresponde", "A seal does not match"),
                            CodeList.Entry.of("seal-removed", "Falta un sello", "A seal is missing"),
                            CodeList.Entry.of(
                                    "head-lost",
                                    "El sello guardado aparte no está en la cadena",
                                    "The seal that was kept elsewhere is not in the chain"))));

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
