package mx.trayecto.local;

/** Which password each of PostgreSQL's roles has. */
interface RolePasswords {

    /** That of the server itself. */
    String superuser();

    /**
     * That of a role of one database.
     *
     * @param role its full name, such as {@code programs_owner}
     */
    String of(String role);
}
