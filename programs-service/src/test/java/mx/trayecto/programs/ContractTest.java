package mx.trayecto.programs;

import io.quarkus.test.junit.QuarkusTest;

import mx.trayecto.platform.testing.ContractDrift;
import mx.trayecto.platform.testing.TrayectoTest;

@QuarkusTest
@TrayectoTest
class ContractTest extends ContractDrift {
    ContractTest() {
        super("programs-service");
    }
}
