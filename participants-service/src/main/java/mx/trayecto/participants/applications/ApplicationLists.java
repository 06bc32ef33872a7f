package mx.trayecto.participants.applications;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.platform.text.Bilingual;

/** The codes of applications; why one ended is told by programs-service, as a code. A change of a code or a label raises the list's version. */
@ApplicationScoped
class ApplicationLists implements CodeListSource {
    private static final List<CodeList> LISTS = List.of(
            CodeList.of(
                    "application-status",
                    1,
                    new Bilingual("Estado de una solicitud de inscripción", "Status of an application"),
                    ApplicationStatus.class),
            new CodeList(
                    "application-reason",
                    1,
                    new Bilingual("Por qué terminó una solicitud", "Why an application ended"),
                    List.of(
                            CodeList.Entry.of(
                                    "not-eligible", "No cumple los requisitos", "Does not meet the requirements"),
                            CodeList.Entry.of("incomplete", "Documentación incompleta", "Documents are incomplete"),
                            CodeList.Entry.of("duplicate", "Solicitud duplicada", "Duplicate application"),
                            CodeList.Entry.of("no-capacity", "Sin lugares", "No places left"),
                            CodeList.Entry.of("unknown-cohort", "La generación no existe", "The cohort does not exist"),
                            CodeList.Entry.of(
                                    "cohort-not-open", "La generación aún no abre", "The cohort is not open yet"),
                            CodeList.Entry.of("cohort-closed", "La generación ya cerró", "The cohort is closed"),
                            CodeList.Entry.of(
                                    "already-applied",
                                    "Ya había solicitado esa generación",
                                    "Had applied to that cohort already"),
                            CodeList.Entry.of(
                                    "already-enrolled",
                                    "Ya estaba inscrita en el programa",
                                    "Was enrolled in the programme already"),
                            CodeList.Entry.of("unknown-participant", "Registro desconocido", "Unknown record"),
                            CodeList.Entry.of("employment", "Empleo", "Employment"),
                            CodeList.Entry.of("studies", "Estudios", "Studies"),
                            CodeList.Entry.of("care-work", "Trabajo de cuidados", "Care work"),
                            CodeList.Entry.of("health", "Salud", "Health"),
                            CodeList.Entry.of("safety", "Seguridad", "Safety"),
                            CodeList.Entry.of("moved", "Cambió de domicilio", "Moved away"),
                            CodeList.Entry.of("transport", "Transporte", "Transport"),
                            CodeList.Entry.of("schedule", "Horario", "Schedule"),
                            CodeList.Entry.of("lost-contact", "Se perdió el contacto", "Contact was lost"),
                            CodeList.Entry.of("lost-interest", "Perdió el interés", "Lost interest"),
                            CodeList.Entry.of(
                                    "cohort-cancelled", "Se canceló la generación", "The cohort was cancelled"),
                            CodeList.Entry.of(
                                    "not-completed", "No concluyó la generación", "Did not complete the cohort"),
                            CodeList.Entry.of("deceased", "Fallecimiento", "Deceased"),
                            CodeList.Entry.of("other", "Otro", "Other"))));

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
