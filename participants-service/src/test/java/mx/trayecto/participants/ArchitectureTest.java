package mx.trayecto.participants;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;

import mx.trayecto.platform.testing.HouseRules;

@AnalyzeClasses(packages = "mx.trayecto.participants", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest extends HouseRules {}
