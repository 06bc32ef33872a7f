package mx.trayecto.participants.geography;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Catalogues belong to nobody: what one test loads the next finds, so these have an order. */
@QuarkusTest
@TrayectoTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogueTest {
    private static final Path DATA = Path.of(System.getProperty("trayecto.reference-data", "../../shared/data"));
    private static final Path MUNICIPALITIES = DATA.resolve("inegi_municipalities.csv");
    private static final Path REGIONS = DATA.resolve("oaxaca_regions.csv");
    private static final String IMPORTS = "/v1/geography/imports";

    private final UUID tenant = UUID.randomUUID();
    private final String administrator = Tokens.of("catalogues:admin", UUID.randomUUID());
    private final String registrar = Tokens.registrar(tenant);

    @BeforeEach
    void skipWithoutTheReferenceData() {
        for (Path file : List.of(MUNICIPALITIES, REGIONS)) {
            assumeTrue(Files.exists(file), "reference data is absent: " + file);
        }
    }

    private JsonPath load(String query, byte[] file) {
        return Importing.imported(administrator, IMPORTS + query, "text/csv", file);
    }

    private JsonPath load(String query, String file) {
        return load(query, file.getBytes(StandardCharsets.UTF_8));
    }

    private static String told(JsonPath task) {
        return Importing.told(task);
    }

    private io.restassured.response.ValidatableResponse get(String path) {
        return Caller.with(registrar).get("/v1/geography" + path).then();
    }

    private int registered(String state, String municipality, String locality, String on) {
        Map<String, Object> residence = locality == null
                ? Map.of("state", state, "municipality", municipality)
                : Map.of("state", state, "municipality", municipality, "locality", locality);
        return People.register(registrar, People.with(People.woman("residence", residence), "registeredOn", on))
                .extract()
                .statusCode();
    }

    @Test
    @Order(1)
    void loadsTheMunicipalitiesOfInegisCatalogueAndNothingWhenTheyComeAgain() throws IOException {
        byte[] file = Files.readAllBytes(MUNICIPALITIES);
        assertEquals("done 2478/2478: 2478 0 0 0", told(load("?validFrom=2020-01-01", file)));
        assertEquals("done 2478/2478: 0 0 2478 0", told(load("?validFrom=2020-01-01", file)));
        get("/municipalities/14039")
                .statusCode(200)
                .body("name", equalTo("Guadalajara"))
                .body("state", equalTo("14"))
                .body("validFrom", equalTo("2020-01-01"))
                .body("validUntil", nullValue())
                .body("names", hasSize(1));
        get("/municipalities/14999").statusCode(404);
    }

    @Test
    @Order(2)
    void findsMunicipalitiesByNameWithoutAccentsAndInPages() {
        get("/municipalities?state=20&name=san juan mixtepec")
                .statusCode(200)
                .body("items.code", contains("20208", "20209"));
        get("/municipalities?name=PEÑON").statusCode(200).body("items.name", hasItem("Peñón Blanco"));
        get("/municipalities?name=tlajomulco de zuniga").statusCode(200).body("items.code", contains("14097"));
        String next = get("/municipalities?state=20&limit=200")
                .body("items", hasSize(200))
                .body("items[0].code", equalTo("20001"))
                .extract()
                .path("nextCursor");
        get("/municipalities?state=20&limit=200&cursor=" + next).body("items[0].code", equalTo("20201"));
        get("/municipalities?state=99").statusCode(422).body("errors.pointer", contains("state"));
        get("/municipalities?on=ayer").statusCode(422).body("errors.pointer", contains("on"));
    }

    @Test
    @Order(3)
    void aResidenceMustExistOnItsDay() {
        assertEquals(201, registered("14", "14039", null, "2024-01-01"));
        assertEquals(201, registered("14", "14999", null, "2019-12-31")); // before the catalogue
        People.register(registrar, People.woman("residence", Map.of("state", "14", "municipality", "14999")))
                .statusCode(422)
                .body("errors.pointer", contains("/residence/municipality"))
                .body("errors.code", contains("unknown-municipality"));
        String id = People.registered(registrar, People.woman());
        Caller.patch(registrar, "\"v0\"")
                .body(Map.of("residence", Map.of("municipality", "14999")))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/residence/municipality"));
    }

    @Test
    @Order(4)
    void aLaterCatalogueEndsWhatIsGoneAndKeepsOldNamesForTheirTime() throws IOException {
        String later = Files.readAllLines(MUNICIPALITIES).stream()
                        .filter(line -> line.startsWith("state_code") || line.startsWith("01,"))
                        .filter(line -> !line.contains(",01011,"))
                        .map(line -> line.replace(",01002,Asientos,", ",01002,Nuevo Asientos,"))
                        .collect(Collectors.joining("\n"))
                + "\n01,Aguascalientes,Ags.,01012,Villa Nueva,Villa Nueva,,,,\n";
        assertEquals("done 11/11: 1 1 9 0", told(load("?validFrom=2023-01-01", later)));
        get("/municipalities/01002")
                .body("name", equalTo("Nuevo Asientos"))
                .body("names.name", contains("Asientos", "Nuevo Asientos"))
                .body("names[0].validUntil", equalTo("2023-01-01"));
        get("/municipalities/01002?on=2022-12-31").body("name", equalTo("Asientos"));
        get("/municipalities?state=01&on=2022-12-31").body("items", hasSize(11)).body("items.code", hasItem("01011"));
        get("/municipalities?state=01").body("items", hasSize(11)).body("items.code", hasItem("01012"));
        assertEquals(201, registered("01", "01011", null, "2022-06-01"));
        assertEquals(422, registered("01", "01011", null, "2023-06-01"));
        assertEquals(422, registered("01", "01012", null, "2022-06-01"));
        assertEquals(201, registered("01", "01012", null, "2023-06-01"));
        // an older one than that cannot come after it
        JsonPath older = load("?validFrom=2021-01-01", later);
        assertEquals("failed", older.getString("state"));
        assertEquals("validFrom", older.getString("problem.errors[0].pointer"));
    }

    @Test
    @Order(5)
    void refusesAPartOfACatalogueAndOneWithFaults() {
        JsonPath part = load("", "municipality_code,name\n06001,Armería\n");
        assertEquals("failed 1/1: 0 0 1 0", told(part));
        assertEquals("catalogue-incomplete", part.getString("problem.code"));
        JsonPath faults = load("", "municipality_code,name\n06001,Armería\n6002,Colima\n06001,Otra\n06003,\n");
        assertEquals("catalogue-rejected", faults.getString("problem.code"));
        assertEquals(3, faults.getInt("rows.rejected"));
        get("/municipalities?state=06").body("items", hasSize(10));
    }

    /** However far apart: a file that passes when it is tried is taken when it is sent. */
    @Test
    @Order(5)
    void triesACatalogueAsItWouldBeTaken() {
        StringBuilder file = new StringBuilder("locality_code,name\n");
        for (int i = 1; i <= 700; i++) {
            file.append("06001%04d,Colonia %d\n".formatted(i, i));
        }
        assertEquals("done 700/700: 700 0 0 0", told(load("?dryRun=true", file.toString())));
        file.append("060010001,Colonia 1\n");
        for (String query : List.of("?dryRun=true", "")) {
            assertEquals("catalogue-rejected", load(query, file.toString()).getString("problem.code"), query);
        }
    }

    @Test
    @Order(5)
    void readsMunicipalitiesUnderInegisOwnColumnNames() {
        List<String> names = List.of(
                "Armería",
                "Colima",
                "Comala",
                "Coquimatlán",
                "Cuauhtémoc",
                "Ixtlahuacán",
                "Manzanillo",
                "Minatitlán",
                "Tecomán",
                "Villa de Álvarez");
        StringBuilder file = new StringBuilder(
                "CVEGEO,CVE_ENT,NOM_ENT,NOM_ABR,CVE_MUN,NOM_MUN,CVE_CAB,NOM_CAB,POB_TOTAL,TOTAL DE VIVIENDAS HABITADAS\r\n");
        for (int i = 1; i <= names.size(); i++) {
            file.append(
                    "\"06%03d\",\"06\",\"Colima\",\"Col.\",\"%03d\",\"%s\",\"0001\",\"Cabecera\",\"1000\",\"300\"\r\n"
                            .formatted(i, i, names.get(i - 1)));
        }
        assertEquals("done 10/10: 0 0 10 0", told(load("", file.toString().getBytes(Charset.forName("windows-1252")))));
        assertEquals(
                "done 10/10: 0 1 9 0",
                told(load("?dryRun=true", file.toString().replace("\"Comala\"", "\"Nueva Comala\""))));
        get("/municipalities?state=06").body("items.name", equalTo(names));
    }

    @Test
    @Order(6)
    void readsLocalitiesUnderInegisOwnColumnNames() throws SQLException {
        String file = Stream.of(
                        "MAPA;CVE_ENT;NOM_ENT;NOM_ABR;CVE_MUN;NOM_MUN;CVE_LOC;NOM_LOC;AMBITO;LATITUD",
                        "10010001;01;Aguascalientes;Ags.;001;Aguascalientes;0001;Aguascalientes;U;21°52'47.362N\"",
                        "10010094;01;Aguascalientes;Ags.;001;Aguascalientes;0094;Granja Adelita;R;21°52'18.749N",
                        "10010096;01;Aguascalientes;Ags.;001;Aguascalientes;0096;Agua Azul del Peñón;R;21°53'01.522N")
                .map(line -> line.replace("\"", ""))
                .collect(Collectors.joining("\r\n"));
        assertEquals("done 3/3: 3 0 0 0", told(load("", file.getBytes(Charset.forName("windows-1252")))));
        get("/localities?municipality=01001&name=penon")
                .statusCode(200)
                .body("items.code", contains("010010096"))
                .body("items.name", contains("Agua Azul del Peñón"));
        get("/localities").statusCode(422).body("errors.pointer", contains("municipality"));
        get("/localities/010010094").statusCode(200).body("name", equalTo("Granja Adelita"));
        assertEquals(201, registered("01", "01001", "010010094", "2024-01-01"));
        assertEquals(422, registered("01", "01001", "010010095", "2024-01-01"));
        assertEquals(201, registered("14", "14039", "140390001", "2024-01-01")); // none loaded for Jalisco
    }

    @Test
    @Order(7)
    void groupsMunicipalitiesIntoRegionsUnderOldAndNewNames() throws IOException {
        byte[] file = Files.readAllBytes(REGIONS);
        Importing.send(administrator, IMPORTS, "text/csv", file)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("renamedFrom"));
        assertEquals("done 570/570: 570 0 0 0", told(load("?renamedFrom=2022-11-05", file)));
        assertEquals("done 570/570: 0 0 570 0", told(load("?renamedFrom=2022-11-05", file)));
        JsonPath before = get("/regions?state=20&on=2022-11-04")
                .body("items", hasSize(8))
                .extract()
                .jsonPath();
        JsonPath after = get("/regions?state=20&on=2022-11-05")
                .body("items", hasSize(8))
                .extract()
                .jsonPath();
        assertEquals("Sierra Norte", before.getString("items.find { it.code == '20-sierra-norte' }.name"));
        assertEquals("Sierra de Juárez", after.getString("items.find { it.code == '20-sierra-norte' }.name"));
        assertEquals("Sierra de Flores Magón", after.getString("items.find { it.code == '20-canada' }.name"));
        List<Integer> sizes = List.of(155, 121, 70, 68, 50, 45, 41, 20);
        assertEquals(
                sizes,
                after.getList("items.municipalities", List.class).stream()
                        .map(List::size)
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        assertEquals(
                "done 1/1: 1 0 0 0",
                told(load("?grouping=priority", "municipality_code,name,region\n20001,Abejones,Atención\n")));
        get("/municipalities/20001")
                .body("regions.code", contains("20-priority-atencion", "20-sierra-norte"))
                .body("regions.name", hasItem("Sierra de Juárez"));
        get("/regions?grouping=priority").body("items", hasSize(1));
        for (String name : List.of("sierra de juarez", "SIERRA NORTE", "Juárez")) {
            get("/regions?state=20&grouping=regions&name=" + name)
                    .body("items.code", contains("20-sierra-norte"))
                    .body("items[0].name", equalTo("Sierra de Juárez"));
        }
        get("/regions?on=2022-11-04&name=juarez")
                .body("items.code", contains("20-sierra-norte"))
                .body("items.name", contains("Sierra Norte"));
        get("/regions?grouping=regions&name=sierra").body("items", hasSize(3));
        get("/regions?name=nowhere").body("items", hasSize(0));
        get("/regions?name=").statusCode(422).body("errors.pointer", contains("name"));
    }

    /** Colima's, as nobody draws them but this test. */
    private JsonPath regions(String query, String columns, String... rows) {
        return load(query, "municipality_code,name," + columns + "\n" + String.join("\n", rows) + "\n");
    }

    private static final String[] COAST = {
        "06001,Armería,Costa", "06007,Manzanillo,Costa", "06009,Tecomán,Costa", "06002,Colima,Centro"
    };

    /** Who draws a grouping later knows nothing of when another was drawn. */
    @Test
    @Order(7)
    void eachGroupingOfAStateHoldsFromItsOwnDays() {
        String health = "?grouping=health&validFrom=";
        assertEquals("done 4/4: 4 0 0 0", told(regions(health + "2024-01-01", "region", COAST)));
        assertEquals("done 4/4: 4 0 0 0", told(regions("?grouping=courts&validFrom=2020-01-01", "region", COAST)));
        assertEquals("done 4/4: 4 0 0 0", told(regions("?grouping=schools", "region", COAST)));
        for (String grouping : List.of("courts", "schools")) {
            get("/regions?state=06&on=2021-01-01&grouping=" + grouping)
                    .body("items.find { it.name == 'Costa' }.municipalities", contains("06001", "06007", "06009"));
        }
        assertEquals(
                "overtaken", regions(health + "2023-12-31", "region", COAST).getString("problem.errors[0].code"));
    }

    @Test
    @Order(7)
    void knowsARegionByAnyOfItsNamesAndEndsOneThatIsGone() {
        String query = "?grouping=plan&validFrom=";
        String since = "region,region_official_since_2022";
        assertEquals(
                "done 3/3: 3 0 0 0",
                told(regions(
                        query + "2020-01-01&renamedFrom=2022-06-01",
                        since,
                        "06001,Armería,Costa,Litoral",
                        "06007,Manzanillo,Costa,Litoral",
                        "06002,Colima,Centro,Centro")));
        String[] plain = {"06001,Armería,Litoral", "06007,Manzanillo,LITORAL", "06002,Colima,Centro"};
        for (String file : List.of("Litoral", "Costa")) {
            plain[0] = "06001,Armería," + file;
            assertEquals("done 3/3: 0 0 3 0", told(regions(query + "2023-01-01", "region", plain)), file);
        }
        get("/regions?state=06&grouping=plan")
                .body("items.code", contains("06-plan-centro", "06-plan-costa"))
                .body("items[1].name", equalTo("Litoral"))
                .body("items[1].names.name", contains("Costa", "Litoral"))
                .body("items[1].municipalities", contains("06001", "06007"));

        plain[2] = "06002,Colima,Litoral";
        assertEquals("done 3/3: 0 1 2 0", told(regions(query + "2024-01-01", "region", plain)));
        get("/regions?state=06&grouping=plan&on=2023-12-31")
                .body("items.code", contains("06-plan-centro", "06-plan-costa"));
        get("/regions?state=06&grouping=plan&on=2024-01-01")
                .body("items.code", contains("06-plan-costa"))
                .body("items[0].municipalities", contains("06001", "06002", "06007"));

        plain[2] = "06002,Colima,Centro";
        assertEquals("done 3/3: 0 1 2 0", told(regions(query + "2025-01-01", "region", plain)));
        get("/regions?state=06&grouping=plan&on=2025-01-01")
                .body("items.code", contains("06-plan-centro", "06-plan-costa"))
                .body("items[0].names.validUntil", contains("2024-01-01", null));
    }

    @Test
    @Order(8)
    void refusesWhatIsNoCatalogue() {
        Importing.send(administrator, IMPORTS, "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("code", equalTo("doubtful-file"))
                .body("errors.code", contains("columns"));
        Importing.send(
                        administrator,
                        IMPORTS + "?dryRun=yes",
                        "text/csv",
                        "municipality_code,name\n06001,A\n".getBytes())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("dryRun"));
    }

    @Test
    @Order(9)
    void isWrittenOnlyByWhoSaysThatACatalogueIsLoaded() throws SQLException {
        assertEquals(
                List.of("0"),
                Database.queryAs(
                        tenant,
                        "participants",
                        "WITH gone AS (DELETE FROM geography_place RETURNING 1) SELECT count(*) FROM gone"));
        assertThrows(
                SQLException.class,
                () -> Database.queryAs(
                        tenant,
                        "participants",
                        "INSERT INTO geography_place (code, name, plain, valid_from) VALUES ('01099', 'x', 'X', '2020-01-01')"));
    }
}
