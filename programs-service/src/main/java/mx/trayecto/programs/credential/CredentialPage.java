package mx.trayecto.programs.credential;

import java.util.List;

/** One page of credentials. */
record CredentialPage(List<CredentialView> items, String nextCursor) {}
