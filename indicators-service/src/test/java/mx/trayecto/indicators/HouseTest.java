package mx.trayecto.indicators;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;

import mx.trayecto.platform.testing.HouseRules;

@AnalyzeClasses(packages = "mx.trayecto.indicators", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest extends HouseRules {}
