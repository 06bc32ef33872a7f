package mx.trayecto.gateway;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "mx.trayecto.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesDependOneWay =
            slices().matching("mx.trayecto.gateway.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule knowsNoService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("mx.trayecto.participants..", "mx.trayecto.programs..", "mx.trayecto.indicators..");

    @ArchTest
    static final ArchRule isPublicOnlyWhereAnotherPackageUsesIt = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should(new ArchCondition<>("be used from another package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean used = type.getDirectDependenciesToSelf().stream()
                            .anyMatch(d -> !d.getOriginClass().getPackageName().equals(type.getPackageName()));
                    events.add(
                            new SimpleConditionEvent(type, used, type.getName() + " is public but used only at home"));
                }
            });

    @ArchTest
    static final ArchRule runsWithoutWhatOnlyTheBuildHas = noClasses()
            .that()
            .resideOutsideOfPackage("mx.trayecto.gateway.contract.build")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("mx.trayecto.gateway.contract.build", "com.fasterxml.jackson.databind..");
}
