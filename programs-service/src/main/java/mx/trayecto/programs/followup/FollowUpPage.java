package mx.trayecto.programs.followup;

import java.util.List;

/** One page of follow-ups. */
record FollowUpPage(List<FollowUpView> items, String nextCursor) {}
