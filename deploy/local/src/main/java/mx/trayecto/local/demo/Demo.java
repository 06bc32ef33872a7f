package mx.trayecto.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Access;
import mx.trayecto.local.Json;
import mx.trayecto.local.Role;
import mx.trayecto.local.Token;
import mx.trayecto.local.demo.Api.Caller;

/**
 * SCE Jalisco 2024 run for real, as a state portal, a coordinator, an analyst and a reviewer would, over HTTP with tokens
 * and nothing else; at the end the donor's table as published beside what is computed here. Run again, it finds what it
 * made. Everybody in it is synthetic. Given the name of a {@link Case}, or {@code all}, it runs that instead.
 */
public final class Demo {
    private static final String TENANT = "sisemh";
    private static final LocalDate CEREMONY = LocalDate.of(2024, 10, 17);

    private final Api api;
    private final Progress progress = new Progress();

    private Demo(Api api) {
        this.api = api;
    }

    public static void main(String[] arguments) {
        Optional<Case> one =
                Optional.of(arguments).filter(given -> given.length == 1).flatMap(given -> Case.of(given[0]));
        boolean all = arguments.length == 1 && arguments[0].equals("all");
        if (arguments.length > 0 && one.isEmpty() && !all) {
            System.err.println("Say ./suite demo, or name a case: all, " + Case.titles() + ".");
            System.exit(2);
        }
        try {
            Access access = Access.open();
            if (arguments.length == 0) {
                new Demo(new Api(access.gateway(), tokens(access, TENANT)::get))
                        .run(Path.of(System.getProperty("trayecto.root", ".")));
            }
            for (Case each : all ? List.of(Case.values()) : one.stream().toList()) {
                run(
                        each,
                        each.tenants().stream()
                                .map(tenant -> new Api(access.gateway(), tokens(access, tenant)::get))
                                .toList());
            }
        } catch (DemoFailure e) {
            System.err.println("The demonstration stopped: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("The results cannot be written: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Case one, List<Api> apis) {
        System.out.println("• " + one.title());
        List<Scene> scenes = apis.stream()
                .map(api -> new Scene(api, new Progress(), Portal.SOURCE))
                .toList();
        one.run(scenes);
        for (int i = 0; i < scenes.size(); i++) {
            System.out.println("  " + one.tenants().get(i));
            scenes.get(i).figures().all().forEach((name, figure) -> System.out.printf("    %-28s %s%n", name, figure));
        }
        System.out.printf(
                "  as published. Made now: %d, found: %d.%n",
                apis.stream().mapToInt(Api::made).sum(),
                apis.stream().mapToInt(Api::found).sum());
    }

    private static Map<Caller, String> tokens(Access access, String tenant) {
        Map<Caller, String> tokens = new EnumMap<>(Caller.class);
        tokens.put(
                Caller.PORTAL,
                access.sign(new Token(
                        tenant,
                        Role.PORTAL,
                        Optional.empty(),
                        List.of(),
                        Optional.of(Portal.SOURCE),
                        Optional.of("portal"),
                        Token.WORKING_DAY)));
        tokens.put(Caller.COORDINATOR, access.sign(Token.of(tenant, Role.COORDINATOR)));
        tokens.put(Caller.ANALYST, access.sign(Token.of(tenant, Role.ANALYST)));
        tokens.put(Caller.REVIEWER, access.sign(Token.of(tenant, Role.REVIEWER)));
        return tokens;
    }

    private void run(Path root) throws IOException {
        progress.step("Programme, agreement 00111079, centres, route of five modules, staff, activities");
        Programme programme = new Programme(api);
        programme.setUp();
        Portal portal = new Portal(api, progress);
        earlierGraduates(programme, portal);
        List<Generation> cohorts = List.of(
                cohort(programme, portal, "SCE-2024-CREA", SecondChance.CREA, "14039", 1, 63, 8),
                cohort(programme, portal, "SCE-2024-CJM-GDL", SecondChance.CJM_GUADALAJARA, "14039", 64, 33, 11),
                cohort(programme, portal, "SCE-2024-CJM-TLAJ", SecondChance.CJM_TLAJOMULCO, "14097", 97, 23, 9));
        cohorts.forEach(Generation::run);
        portal.awaitDecisions();
        List<JsonNode> lacking = new ArrayList<>();
        for (Generation cohort : cohorts) {
            JsonNode would = cohort.rehearse(CEREMONY.minusDays(7));
            progress.step("%s: %d of %d would graduate"
                    .formatted(
                            cohort.code(),
                            would.path("graduated").size()
                                    + would.path("alreadyGraduated").size(),
                            cohort.enrollments().size()));
            cohort.graduate(CEREMONY.minusDays(7)).path("notGraduated").forEach(lacking::add);
        }
        cohorts.getFirst().recognise(CEREMONY);
        mentors(cohorts);
        progress.step("Results framework of the donor");
        DonorFramework framework =
                new DonorFramework(api, programme, cohorts.getFirst().cohort());
        framework.setUp();
        Results results = new Results(api, framework);
        results.print(lacking);
        results.write(root.resolve("target/demo"));
        System.out.printf(
                "%nMade now: %d things. Found from an earlier run: %d.%s%n",
                api.made(), api.found(), api.made() == 0 ? " Nothing was made twice." : "");
    }

    private Generation cohort(
            Programme programme,
            Portal portal,
            String code,
            String center,
            String municipality,
            int first,
            int women,
            int missing) {
        return new Generation(
                api,
                progress,
                programme,
                portal,
                new Plan(
                        code,
                        center,
                        municipality,
                        programme.agreement(),
                        LocalDate.of(2024, 6, 3),
                        LocalDate.of(2024, 10, 9),
                        first,
                        women,
                        missing,
                        true,
                        center.equals(SecondChance.CREA)));
    }

    /** 282 who graduated before: 117 and 116 under the first criteria, and 49 of late 2023 under the strengthened ones. */
    private void earlierGraduates(Programme programme, Portal portal) {
        earlier(programme, portal, "SCE-2022-A", LocalDate.of(2022, 1, 24), LocalDate.of(2022, 6, 20), 201, 117, false);
        earlier(programme, portal, "SCE-2022-B", LocalDate.of(2022, 1, 31), LocalDate.of(2022, 6, 27), 401, 116, false);
        earlier(programme, portal, "SCE-2023-CREA", LocalDate.of(2023, 7, 3), LocalDate.of(2023, 12, 1), 601, 49, true)
                .recognise(CEREMONY);
    }

    private Generation earlier(
            Programme programme,
            Portal portal,
            String code,
            LocalDate from,
            LocalDate to,
            int first,
            int women,
            boolean surveyed) {
        Generation cohort = new Generation(
                api,
                progress,
                programme,
                portal,
                new Plan(code, SecondChance.CREA, "14039", null, from, to, first, women, 0, surveyed, false));
        cohort.run();
        cohort.graduate(to);
        return cohort;
    }

    /** 57 of this year's graduates accompany one of the others each. */
    private void mentors(List<Generation> cohorts) {
        List<String> graduates = new ArrayList<>();
        cohorts.forEach(cohort -> graduates.addAll(
                cohort.enrollments().subList(0, cohort.enrollments().size() - cohort.missing())));
        progress.each("mentors", IntStream.range(0, 57).boxed().toList(), i -> {
            api.waitFor(api.post(
                    Caller.COORDINATOR,
                    "mentor/" + i,
                    "/v1/mentorships",
                    Json.of(
                            "mentor", graduates.get(i),
                            "startsOn", "2024-10-21",
                            "mentees", List.of(graduates.get((i + 57) % graduates.size())))));
            return i;
        });
    }
}
