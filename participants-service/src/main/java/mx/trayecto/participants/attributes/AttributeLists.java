package mx.trayecto.participants.attributes;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.participants.codelists.CodeList;
import mx.trayecto.participants.codelists.CodeListSource;
import mx.trayecto.platform.text.Bilingual;

/** The codes of what is known of a person. A change of a code or a label raises the list's version. */
@ApplicationScoped
class AttributeLists implements CodeListSource {
    /** The Washington Group's short set on functioning: its wording is its own, and not to be changed. */
    private static final CodeList QUESTIONS = new CodeList(
            "disability-questions",
            1,
            new Bilingual("Lista breve del Grupo de Washington: preguntas", "Washington Group short set: questions"),
            List.of(
                    CodeList.Entry.of(
                            "seeing",
                            "¿Tiene dificultad para ver, incluso cuando usa lentes?",
                            "Do you have difficulty seeing, even if wearing glasses?"),
                    CodeList.Entry.of(
                            "hearing",
                            "¿Tiene dificultad para oír, incluso cuando usa un aparato auditivo?",
                            "Do you have difficulty hearing, even if using a hearing aid?"),
                    CodeList.Entry.of(
                            "walking",
                            "¿Tiene dificultad para caminar o subir escalones?",
                            "Do you have difficulty walking or climbing steps?"),
                    CodeList.Entry.of(
                            "remembering",
                            "¿Tiene dificultad para recordar o concentrarse?",
                            "Do you have difficulty remembering or concentrating?"),
                    CodeList.Entry.of(
                            "selfCare",
                            "¿Tiene dificultad (para su cuidado personal, como) para bañarse o vestirse?",
                            "Do you have difficulty (with self-care such as) washing all over or dressing?"),
                    CodeList.Entry.of(
                            "communicating",
                            "En su lengua habitual, ¿tiene dificultad para comunicarse, por ejemplo para entender o para"
                                    + " que le entiendan?",
                            "Using your usual (customary) language, do you have difficulty communicating, for example"
                                    + " understanding or being understood?")));

    private static final CodeList ANSWERS = new CodeList(
            "disability-answers",
            1,
            new Bilingual("Lista breve del Grupo de Washington: respuestas", "Washington Group short set: answers"),
            List.of(
                    CodeList.Entry.of("1", "No, ninguna dificultad", "No – no difficulty"),
                    CodeList.Entry.of("2", "Sí, alguna dificultad", "Yes – some difficulty"),
                    CodeList.Entry.of("3", "Sí, mucha dificultad", "Yes – a lot of difficulty"),
                    CodeList.Entry.of("4", "No puede hacerlo", "Cannot do at all")));

    private static final List<CodeList> LISTS = List.of(
            CodeList.of("gender", 1, new Bilingual("Género", "Gender"), Gender.class),
            CodeList.of("civil-status", 1, new Bilingual("Estado civil", "Civil status"), CivilStatus.class),
            CodeList.of(
                    "self-identification",
                    1,
                    new Bilingual("Autoadscripción", "Self-identification"),
                    SelfIdentification.class),
            CodeList.of("schooling", 1, new Bilingual("Escolaridad", "Schooling"), Schooling.class),
            CodeList.of(
                    "income-activity",
                    1,
                    new Bilingual("Actividad que genera ingresos", "Income activity"),
                    IncomeActivity.class),
            CodeList.of(
                    "migration",
                    1,
                    new Bilingual("Situación migratoria o de asilo", "Situation of migration or asylum"),
                    Migration.class),
            CodeList.of("barriers", 1, new Bilingual("Barreras", "Barriers"), Barrier.class),
            CodeList.of(
                    "guardian-relationship",
                    1,
                    new Bilingual("Parentesco de quien ejerce la tutela", "What the guardian is to her"),
                    Relationship.class),
            QUESTIONS,
            ANSWERS);

    @Override
    public List<CodeList> lists() {
        return LISTS;
    }
}
