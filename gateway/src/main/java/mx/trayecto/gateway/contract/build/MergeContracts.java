package mx.trayecto.gateway.contract.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.gateway.contract.Operation;
import mx.trayecto.gateway.contract.Service;

/**
 * The build step: {@code <own part> <root of the services' modules> <output folder>}. Writes {@code openapi.yaml},
 * {@code openapi.json} and {@code routes}, and fails the build where a contract is absent or two contradict each other.
 */
final class MergeContracts {
    private MergeContracts() {}

    public static void main(String[] arguments) throws IOException {
        MergedContract contract = merge(Path.of(arguments[0]), Path.of(arguments[1]));
        Path output = Files.createDirectories(Path.of(arguments[2]));
        Documents.writeYaml(contract.document(), output.resolve("openapi.yaml"));
        Documents.writeJson(contract.document(), output.resolve("openapi.json"));
        Files.write(
                output.resolve("routes"),
                contract.operations().stream().map(Operation::line).toList());
    }

    static MergedContract merge(Path own, Path root) throws IOException {
        MergedContract contract = new MergedContract(Documents.read(own));
        for (Service service : Service.values()) {
            contract.add(service, committed(root, service));
        }
        contract.finish();
        return contract;
    }

    private static ObjectNode committed(Path root, Service service) throws IOException {
        Path folder = root.resolve(service.module()).resolve("openapi");
        List<Path> found = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                found = files.filter(f -> f.toString().endsWith(".yaml")).toList();
            }
        }
        if (found.size() != 1) {
            throw new ContractConflict(
                    List.of("expected one committed contract (*.yaml) in " + folder + ", found " + found.size()));
        }
        return Documents.read(found.getFirst());
    }
}
