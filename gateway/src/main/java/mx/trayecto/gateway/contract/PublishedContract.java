package mx.trayecto.gateway.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The contract as the build made it. */
@Singleton
public class PublishedContract {
    private final ContractConfig config;

    @Inject
    PublishedContract(ContractConfig config) {
        this.config = config;
    }

    public byte[] yaml() {
        return read("openapi.yaml");
    }

    public byte[] json() {
        return read("openapi.json");
    }

    @Produces
    @Singleton
    RouteTable routes() {
        return new RouteTable(new String(read("routes"), StandardCharsets.UTF_8)
                .lines()
                .map(Operation::of)
                .toList());
    }

    private byte[] read(String name) {
        String resource = config.folder() + "/" + name;
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not built in");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
