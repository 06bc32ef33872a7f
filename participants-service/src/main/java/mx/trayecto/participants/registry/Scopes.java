package mx.trayecto.participants.registry;

/** The scopes that the registry asks for. */
final class Scopes {
    static final String READ = "participants:read";
    static final String WRITE = "participants:write";
    static final String IMPORT = "imports:write";
    /** Who she is, though her record is protected. */
    static final String IDENTITY = "participants:identity";

    private Scopes() {}
}
