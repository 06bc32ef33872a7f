package mx.trayecto.local.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.trayecto.local.Access;
import mx.trayecto.local.Role;
import mx.trayecto.local.Token;
import mx.trayecto.local.demo.Api.Caller;

/**
 * The programmes of {@link Case} run for real over HTTP with tokens and nothing else: the one that is named, all of them,
 * or Segunda Oportunidad in Jalisco where none is. Run again, each finds what it made. Everybody in them is synthetic.
 */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        List<Case> cases = cases(arguments);
        if (cases.isEmpty()) {
            System.err.println("Say ./suite demo, or name a case: all, " + Case.titles() + ".");
            System.exit(2);
        }
        try {
            Access access = Access.open();
            for (Case each : cases) {
                run(
                        each,
                        each.tenants().stream()
                                .map(tenant -> new Api(access.gateway(), tokens(access, tenant)::get))
                                .toList());
            }
        } catch (DemoFailure e) {
            System.err.println("The demonstration stopped: " + e.getMessage());
            System.exit(1);
        }
    }

    private static List<Case> cases(String[] named) {
        return switch (named.length) {
            case 0 -> List.of(Case.SCE_JALISCO);
            case 1 ->
                named[0].equals("all")
                        ? List.of(Case.values())
                        : Case.of(named[0]).stream().toList();
            default -> List.of();
        };
    }

    private static void run(Case one, List<Api> apis) {
        System.out.println("• " + one.title());
        List<Scene> scenes = apis.stream()
                .map(api -> new Scene(api, new Progress(), Portal.SOURCE))
                .toList();
        one.run(scenes);
        Api.pause(1_000);
        scenes.forEach(scene -> scene.figures().confirm());
        for (int i = 0; i < scenes.size(); i++) {
            System.out.println("  " + one.tenants().get(i));
            scenes.get(i).figures().lines().forEach(System.out::println);
        }
        int made = apis.stream().mapToInt(Api::made).sum();
        System.out.printf(
                "  Made now: %d things. Found from an earlier run: %d.%s%n",
                made, apis.stream().mapToInt(Api::found).sum(), made == 0 ? " Nothing was made twice." : "");
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
        tokens.put(Caller.ADMINISTRATOR, access.sign(Token.of(tenant, Role.ADMINISTRATOR)));
        return tokens;
    }
}
