package mx.trayecto.programs.staff;

/** Who a member of staff is: kept sealed, in no event, in no log. */
record StaffIdentity(String givenName, String firstSurname, String secondSurname, String email) {}
