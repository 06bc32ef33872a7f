package mx.trayecto.local;

import java.util.HashMap;
import java.util.Map;

/** What a service is told about its surroundings, by environment variables alone, as in a cluster. */
record ServiceEnvironment(Home home, PortTable ports) {

    Map<String, String> of(PartName service) {
        var secrets = Secrets.of(home);
        var variables = new HashMap<String, String>();
        variables.put("QUARKUS_PROFILE", "local");
        variables.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        variables.put("QUARKUS_OIDC_PUBLIC_KEY", SigningKey.of(home).publicKey());
        variables.put("TRAYECTO_POSTGRES_HOST", Ports.LOOPBACK);
        variables.put("TRAYECTO_POSTGRES_PORT", Integer.toString(ports.of(PartName.POSTGRES)));
        variables.put("TRAYECTO_POSTGRES_OWNER_PASSWORD", secrets.passwords().owner());
        variables.put("TRAYECTO_POSTGRES_RUNTIME_PASSWORD", secrets.passwords().runtime());
        variables.put("TRAYECTO_POSTGRES_WORKER_PASSWORD", secrets.passwords().worker());
        variables.put("TRAYECTO_CRYPTO_MASTER_KEY", secrets.masterKey());
        variables.put("TRAYECTO_CRYPTO_INDEX_KEY", secrets.indexKey());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", Ports.LOOPBACK + ":" + ports.of(PartName.KAFKA));
        if (service == PartName.GATEWAY) {
            variables.put("TRAYECTO_GATEWAY_PARTICIPANTS_URL", url(PartName.PARTICIPANTS));
            variables.put("TRAYECTO_GATEWAY_PROGRAMS_URL", url(PartName.PROGRAMS));
            variables.put("TRAYECTO_GATEWAY_INDICATORS_URL", url(PartName.INDICATORS));
        }
        return variables;
    }

    private String url(PartName service) {
        return "http://" + Ports.LOOPBACK + ":" + ports.of(service);
    }
}
