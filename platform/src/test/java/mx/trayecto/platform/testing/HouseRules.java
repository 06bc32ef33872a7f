package mx.trayecto.platform.testing;

import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The house rules that a machine can check, for every module: extend it with {@code @AnalyzeClasses(packages = …,
 * importOptions = ImportOption.DoNotIncludeTests.class)}.
 */
public abstract class HouseRules {
    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("mx.trayecto.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule publicOnlyWhereAnotherPackageUsesIt = classes()
            .that(new DescribedPredicate<JavaClass>("are public and no framework's own") {
                @Override
                public boolean test(JavaClass c) {
                    return c.getModifiers().contains(JavaModifier.PUBLIC)
                            && c.isTopLevelClass()
                            && !c.getPackageName().startsWith("mx.trayecto.platform")
                            && !c.isAnnotatedWith(Path.class)
                            && !c.isAnnotatedWith(jakarta.ws.rs.ext.Provider.class);
                }
            })
            .should(new ArchCondition<JavaClass>("be used from another package") {
                @Override
                public void check(JavaClass c, ConditionEvents events) {
                    boolean used = c.getDirectDependenciesToSelf().stream()
                            .anyMatch(d -> !d.getOriginClass().getPackageName().equals(c.getPackageName()));
                    events.add(new SimpleConditionEvent(c, used, c.getName() + " is public but used only at home"));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule entitiesStayInside = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .arePublic()
            .should(new ArchCondition<>("neither take nor give an entity") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaMethod m, ConditionEvents events) {
                    boolean leaks = m.getAllInvolvedRawTypes().stream().anyMatch(t -> t.isAnnotatedWith(Entity.class));
                    events.add(new SimpleConditionEvent(m, !leaks, m.getFullName() + " shows an entity"));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheOutboxTouchesAProducer = noClasses()
            .that()
            .resideOutsideOfPackage("mx.trayecto.platform.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noServiceKnowsAnother = slices().matching(
                    "mx.trayecto.(participants|programs|indicators|gateway)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule platformKnowsNoDomain = noClasses()
            .that()
            .resideInAPackage("mx.trayecto.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "mx.trayecto.participants..",
                    "mx.trayecto.programs..",
                    "mx.trayecto.indicators..",
                    "mx.trayecto.gateway..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|DTO|Dto|Utils?|Helper)")
            .allowEmptyShould(true);
}
