/**
 * Makes the one published contract out of the gateway's own part and the services' committed ones. Runs while building
 * (see the {@code merge-contract} execution in the POM), never in the running gateway: its YAML library is not packaged.
 */
package mx.trayecto.gateway.contract.build;
