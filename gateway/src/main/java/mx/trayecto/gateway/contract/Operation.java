package mx.trayecto.gateway.contract;

/**
 * One operation of the contract: what may be asked for, of which service.
 *
 * @param template the path as the contract writes it, such as {@code /v1/participants/{id}}: what logs may name, since
 *     it holds nothing personal
 * @param open whether it is answered without a token ({@code security: []} in the contract)
 */
public record Operation(Service service, String method, String template, boolean open) {

    /** Whether it takes a bulk import, which has a size limit and a time-out of its own. */
    public boolean isImport() {
        return template.endsWith("/imports") && method.equals("POST");
    }

    /** Whether it changes nothing: searches are posted, so that nothing personal stands in a URL. */
    public boolean isRead() {
        return method.equals("GET") || template.endsWith("/search");
    }

    /** The line that carries it from the build to the running gateway. */
    public String line() {
        return String.join(" ", service.code(), method, template, open ? "open" : "token");
    }

    /** Reads {@link #line()}. */
    public static Operation of(String line) {
        String[] parts = line.split(" ");
        return new Operation(
                Service.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT)),
                parts[1],
                parts[2],
                parts[3].equals("open"));
    }
}
