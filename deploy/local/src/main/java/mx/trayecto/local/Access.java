package mx.trayecto.local;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** The way into the local stack for a program beside it, such as the demonstration: its door and tokens for it. */
public final class Access {

    private final Session session;

    private Access(Session session) {
        this.session = session;
    }

    /** To the stack of this checkout, or of {@code TRAYECTO_HOME}; it need not run yet. */
    public static Access open() {
        return new Access(Session.open(CommandLine.parse(List.of(), Set.of(), Set.of()), System.getenv()));
    }

    public URI gateway() {
        return URI.create("http://localhost:" + session.ports().of(PartName.GATEWAY));
    }

    public String sign(Token token) {
        return token.sign(SigningKey.of(session.home()));
    }
}
