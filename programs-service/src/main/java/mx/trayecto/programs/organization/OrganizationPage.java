package mx.trayecto.programs.organization;

import java.util.List;

/** One page of organizations. */
record OrganizationPage(List<OrganizationView> items, String nextCursor) {}
