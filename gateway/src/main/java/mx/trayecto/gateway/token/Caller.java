package mx.trayecto.gateway.token;

import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who a verified token lets in.
 *
 * @param client the client that the token was issued to ({@code azp}; {@code client_id} after RFC 9068), as it may be
 *     logged; the person behind it is of no concern here
 * @param tenant whether it names a tenant to act for
 * @param expiresAt seconds since the epoch
 */
record Caller(String client, boolean tenant, long expiresAt) {
    private static final String UNNAMED = "unnamed";

    static Caller of(JsonWebToken token) {
        Object client = token.getClaim("azp") == null ? token.getClaim("client_id") : token.getClaim("azp");
        Object tenant = token.getClaim("tenant");
        return new Caller(
                client == null ? UNNAMED : printable(client.toString()),
                tenant != null && !tenant.toString().isBlank(),
                token.getExpirationTime());
    }

    private static String printable(String client) {
        String clean = client.replaceAll("[^A-Za-z0-9._:-]", "?");
        return clean.length() > 64 ? clean.substring(0, 64) : clean;
    }
}
