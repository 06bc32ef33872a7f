package mx.trayecto.gateway.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the contract holds is what is routed, nothing else: finds the operations of a path. A written-out segment goes
 * before a parameter ({@code /participants/search} before {@code /participants/{id}}).
 */
public final class RouteTable {
    private final Node root = new Node();

    public RouteTable(List<Operation> operations) {
        operations.forEach(this::add);
    }

    private void add(Operation operation) {
        Node node = root;
        for (String segment : operation.template().substring(1).split("/", -1)) {
            node = segment.startsWith("{")
                    ? node.parameter == null ? node.parameter = new Node() : node.parameter
                    : node.literals.computeIfAbsent(segment, s -> new Node());
        }
        if (node.operations == null) {
            node.operations = new PathOperations();
        } else if (!node.operations.template().equals(operation.template())) {
            throw new IllegalStateException(
                    "One path written in two ways: " + node.operations.template() + " and " + operation.template());
        }
        node.operations.add(operation);
    }

    /**
     * The operations of a path as it was sent, undecoded.
     *
     * @return null where the contract has no such path
     */
    public PathOperations find(String path) {
        return path.startsWith("/") ? find(root, path, 1) : null;
    }

    private static PathOperations find(Node node, String path, int from) {
        if (from > path.length()) {
            return node.operations;
        }
        int slash = path.indexOf('/', from);
        int end = slash < 0 ? path.length() : slash;
        String segment = path.substring(from, end);
        Node literal = node.literals.get(segment);
        PathOperations found = literal == null ? null : find(literal, path, end + 1);
        if (found == null && node.parameter != null && isValue(segment)) {
            found = find(node.parameter, path, end + 1);
        }
        return found;
    }

    /**
     * Whether a segment can stand for a parameter. Dot segments, encoded or not, cannot: a service would resolve them
     * and answer for another path than the one that was looked up here.
     */
    private static boolean isValue(String segment) {
        if (segment.isEmpty() || segment.indexOf('\\') >= 0) {
            return false;
        }
        if (segment.length() > 6 || (segment.charAt(0) != '.' && segment.charAt(0) != '%')) {
            return true;
        }
        String decoded = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return !decoded.equals(".") && !decoded.equals("..");
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private Node parameter;
        private PathOperations operations;
    }
}
