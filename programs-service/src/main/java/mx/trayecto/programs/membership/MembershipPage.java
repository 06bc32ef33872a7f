package mx.trayecto.programs.membership;

import java.util.List;

/** One page of memberships. */
record MembershipPage(List<MembershipView> items, String nextCursor) {}
