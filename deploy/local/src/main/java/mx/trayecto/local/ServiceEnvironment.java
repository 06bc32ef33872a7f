package mx.trayecto.local;

import java.util.HashMap;
import java.util.Map;

/** What a service is told about its surroundings, by environment variables alone, as in a cluster. */
record ServiceEnvironment(Home home, PortTable ports) {

    Map<String, String> of(PartName service) {
        var variables = new HashMap<String, String>();
        variables.put("QUARKUS_PROFILE", "local");
        variables.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        variables.put("QUARKUS_OIDC_PUBLIC_KEY", SigningKey.of(home).publicKey());
        if (service == PartName.GATEWAY) {
            variables.put("TRAYECTO_GATEWAY_PARTICIPANTS_URL", url(PartName.PARTICIPANTS));
            variables.put("TRAYECTO_GATEWAY_PROGRAMS_URL", url(PartName.PROGRAMS));
            variables.put("TRAYECTO_GATEWAY_INDICATORS_URL", url(PartName.INDICATORS));
        } else {
            variables.putAll(stores(service));
            if (service == PartName.PARTICIPANTS) {
                variables.put("TRAYECTO_ELSEWHERE_PROGRAMS_URL", url(PartName.PROGRAMS));
            }
            Secrets.of(home).nextMasterKey().ifPresent(next -> variables.put("TRAYECTO_CRYPTO_NEXT_MASTER_KEY", next));
        }
        return variables;
    }

    /** Its own database's and the key store's. The gateway, which faces the outside, knows no database and no key. */
    private Map<String, String> stores(PartName service) {
        var secrets = Secrets.of(home);
        var passwords = secrets.passwords();
        return Map.of(
                "TRAYECTO_POSTGRES_HOST", Ports.LOOPBACK,
                "TRAYECTO_POSTGRES_PORT", Integer.toString(ports.of(PartName.POSTGRES)),
                "TRAYECTO_POSTGRES_OWNER_PASSWORD", passwords.of(service + "_owner"),
                "TRAYECTO_POSTGRES_RUNTIME_PASSWORD", passwords.of(service + "_runtime"),
                "TRAYECTO_POSTGRES_WORKER_PASSWORD", passwords.of(service + "_worker"),
                "TRAYECTO_KEYS_OWNER_PASSWORD", passwords.of("keys_owner"),
                "TRAYECTO_KEYS_RUNTIME_PASSWORD", passwords.of("keys_runtime"),
                "TRAYECTO_CRYPTO_MASTER_KEY", secrets.masterKey(),
                "TRAYECTO_CRYPTO_INDEX_KEY", secrets.indexKey(),
                "KAFKA_BOOTSTRAP_SERVERS", Ports.LOOPBACK + ":" + ports.of(PartName.KAFKA));
    }

    private String url(PartName service) {
        return "http://" + Ports.LOOPBACK + ":" + ports.of(service);
    }
}
