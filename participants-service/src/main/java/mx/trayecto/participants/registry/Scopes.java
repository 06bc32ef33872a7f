package mx.trayecto.participants.registry;

/** The scopes that the registry asks for. */
final class Scopes {
    static final String READ = "participants:read";
    static final String WRITE = "participants:write";
    static final String IMPORT = "imports:write";
    /** To open protected records, one at a time; the scope alone shows none. */
    static final String IDENTITY = "participants:identity";

    private Scopes() {}
}
