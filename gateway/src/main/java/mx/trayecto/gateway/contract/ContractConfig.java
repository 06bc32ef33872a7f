package mx.trayecto.gateway.contract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which of the contracts that were built in is published. */
@ConfigMapping(prefix = "trayecto.gateway.contract")
interface ContractConfig {
    /** Its folder on the class path. Tests of the gateway's own ways use a small one. */
    @WithDefault("contract")
    String folder();
}
