package mx.trayecto.gateway.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The operations of one path of the contract. */
public final class PathOperations {
    private final Map<String, Operation> byMethod = new LinkedHashMap<>();

    void add(Operation operation) {
        if (byMethod.putIfAbsent(operation.method(), operation) != null) {
            throw new IllegalStateException(
                    "Twice in the contract: " + operation.method() + " " + operation.template());
        }
    }

    /** The operation of a method; HEAD is answered wherever GET is (RFC 9110, 9.1). Null where there is none. */
    public Operation of(String method) {
        return byMethod.get(method.equals("HEAD") ? "GET" : method);
    }

    /** The value of the {@code Allow} header. */
    public String allowed() {
        TreeSet<String> methods = new TreeSet<>(byMethod.keySet());
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    String template() {
        return byMethod.values().iterator().next().template();
    }
}
