package mx.trayecto.programs.mentorship;

import java.util.List;

/** One page of mentorships. */
record MentorshipPage(List<MentorshipView> items, String nextCursor) {}
