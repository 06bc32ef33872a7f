package mx.trayecto.programs.held;

/**
 * A table of what is held of a person, as she and a partner read it: one statement over all her records. Each row is the
 * enrolment that it belongs to, or null, what is held as JSON, and where something in it is sealed under her key the
 * ciphertext. {@code XLabel} says in words what {@code X} is. Of other women and of places of theirs it says nothing:
 * whom she accompanies, or who her mentor is, is not hers to know.
 *
 * <p>In the statements {@code utc(column)} is a time as RFC 3339 in UTC, and {@code code(column)} a constant as its code.
 */
enum HeldPart {
    /** Her records as participants-service tells them here. */
    RECORDS("records", """
            SELECT NULL::uuid, json_build_object(
                     'participant', k.id, 'knownSince', utc(k.known_since), 'mergedInto', k.merged_into,
                     'protected', k.protected, 'suppressed', k.suppressed, 'attributes', k.attributes)
              FROM known_participant k
             WHERE k.tenant_id = ? AND k.id = ANY (?)
             ORDER BY k.known_since, k.id"""),

    APPLICATIONS("applications", """
            SELECT NULL::uuid, json_build_object(
                     'id', a.id, 'participant', a.participant_id, 'cohort', a.cohort_id, 'cohortLabel', c.code,
                     'programLabel', p.title, 'sourceSystem', a.source_system, 'appliedOn', a.applied_on,
                     'receivedAt', utc(a.received_at), 'status', code(a.status), 'decidedAt', utc(a.decided_at),
                     'enrollment', a.enrollment_id, 'recordHidden', a.record_hidden)
              FROM application_intake a
              LEFT JOIN cohort c ON c.tenant_id = a.tenant_id AND c.id = a.cohort_id
              LEFT JOIN program p ON p.tenant_id = c.tenant_id AND p.id = c.program_id
             WHERE a.tenant_id = ? AND a.participant_id = ANY (?)
             ORDER BY a.received_at, a.id"""),

    ENROLLMENTS("enrollments", """
            SELECT e.id, json_build_object(
                     'id', e.id, 'participant', e.participant_id, 'program', e.program_id, 'programLabel', p.title,
                     'cohort', e.cohort_id, 'cohortLabel', c.code, 'center', e.center_id, 'centerLabel', s.name,
                     'agreement', e.agreement_id, 'agreementLabel', a.number, 'application', e.application_id,
                     'sourceSystem', e.source_system, 'recordHidden', e.record_hidden,
                     'status', code(e.status), 'statusOn', e.status_on, 'appliedOn', e.applied_on,
                     'waitlistPosition', e.waitlist_position, 'offerExpiresOn', e.offer_expires_on,
                     'enrolledOn', e.enrolled_on, 'joinedOn', e.joined_on, 'activatedOn', e.activated_on,
                     'graduatedOn', e.graduated_on, 'criteriaVersion', e.criteria_version,
                     'byException', CASE WHEN e.graduated_on IS NOT NULL THEN e.graduated_by_exception END,
                     'endedOn', e.ended_on, 'reason', e.reason, 'ruleVersion', e.rule_version,
                     'deferredUntil', e.deferred_until, 'createdAt', utc(e.created_at))
              FROM enrollment e
              JOIN program p ON p.tenant_id = e.tenant_id AND p.id = e.program_id
              JOIN cohort c ON c.tenant_id = e.tenant_id AND c.id = e.cohort_id
              JOIN center s ON s.tenant_id = e.tenant_id AND s.id = e.center_id
              LEFT JOIN agreement a ON a.tenant_id = e.tenant_id AND a.id = e.agreement_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY e.created_at, e.id"""),

    STAYS("stays", """
            SELECT e.id, json_build_object(
                     'cohort', s.cohort_id, 'cohortLabel', c.code, 'from', s.from_on, 'until', s.until_on)
              FROM stay s
              JOIN enrollment e ON e.tenant_id = s.tenant_id AND e.id = s.enrollment_id
              JOIN cohort c ON c.tenant_id = s.tenant_id AND c.id = s.cohort_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY s.from_on, s.id"""),

    ATTENDANCE("attendance", """
            SELECT e.id, json_build_object(
                     'id', a.id, 'session', a.session_id, 'sessionLabel', s.title, 'on', a.held_on,
                     'attended', a.attended, 'hours', trim_scale(a.hours), 'sessionHours', trim_scale(a.session_hours),
                     'reason', a.reason, 'recordedBy', a.recorded_by)
              FROM attendance a
              JOIN enrollment e ON e.tenant_id = a.tenant_id AND e.id = a.enrollment_id
              JOIN session s ON s.tenant_id = a.tenant_id AND s.id = a.session_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY a.held_on, a.id"""),

    COMPLETIONS("completions", """
            SELECT e.id, json_build_object(
                     'id', c.id, 'module', c.module_id, 'moduleLabel', m.title, 'moduleCode', c.module_code,
                     'on', c.completed_on, 'hours', trim_scale(c.hours), 'source', c.source,
                     'recordedBy', c.recorded_by, 'status', code(c.status), 'reason', code(c.reason),
                     'revokedAt', utc(c.revoked_at), 'revokedBy', c.revoked_by)
              FROM completion c
              JOIN enrollment e ON e.tenant_id = c.tenant_id AND e.id = c.enrollment_id
              LEFT JOIN LATERAL (
                    SELECT module -> 'title' AS title
                      FROM pathway p, jsonb_array_elements(p.phases) phase, jsonb_array_elements(phase -> 'modules') module
                     WHERE p.tenant_id = e.tenant_id AND p.program_id = e.program_id
                       AND module ->> 'id' = c.module_id::text
                     LIMIT 1) m ON true
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY c.completed_on, c.id"""),

    /** The questions are those of the version that she answered. */
    SURVEYS("surveys", """
            SELECT e.id, json_build_object(
                     'id', r.id, 'instrument', i.code, 'instrumentLabel', i.title, 'instrumentVersion', i.instrument_version,
                     'moment', code(r.kind), 'on', r.answered_on, 'language', r.language, 'reason', r.reason,
                     'recordedBy', r.recorded_by,
                     'answers', r.answers, 'questions', i.questions),
                   r.texts
              FROM survey_response r
              JOIN enrollment e ON e.tenant_id = r.tenant_id AND e.id = r.enrollment_id
              JOIN instrument i ON i.tenant_id = r.tenant_id AND i.id = r.instrument_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY r.answered_on, r.id"""),

    FOLLOW_UPS("followUps", """
            SELECT e.id, json_build_object(
                     'id', f.id, 'on', f.made_on, 'contact', code(f.kind), 'staff', f.staff_id,
                     'recordedBy', f.recorded_by),
                   f.note
              FROM follow_up f
              JOIN enrollment e ON e.tenant_id = f.tenant_id AND e.id = f.enrollment_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY f.made_on, f.id"""),

    MENTORSHIPS("mentorships", """
            SELECT e.id, json_build_object(
                     'id', m.id, 'takesPartAs', CASE WHEN e.id = m.mentor_enrollment_id THEN 'mentor' ELSE 'mentee' END,
                     'startsOn', m.starts_on, 'endsOn', m.ends_on,
                     'accompanied', CASE WHEN e.id = m.mentor_enrollment_id THEN cardinality(m.mentees) END)
              FROM mentorship m
              JOIN enrollment e ON e.tenant_id = m.tenant_id
               AND (e.id = m.mentor_enrollment_id OR e.id = ANY (m.mentees))
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY m.starts_on, m.id"""),

    MENTORING("mentoring", """
            SELECT e.id, json_build_object(
                     'id', s.id, 'mentorship', s.mentorship_id,
                     'takesPartAs', CASE WHEN e.id = m.mentor_enrollment_id THEN 'mentor' ELSE 'mentee' END,
                     'on', s.held_on, 'hours', trim_scale(s.hours), 'recordedBy', s.recorded_by)
              FROM mentorship_session s
              JOIN mentorship m ON m.tenant_id = s.tenant_id AND m.id = s.mentorship_id
              JOIN enrollment e ON e.tenant_id = s.tenant_id
               AND (e.id = m.mentor_enrollment_id OR e.id = ANY (s.mentees))
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY s.held_on, s.id"""),

    DELIVERIES("deliveries", """
            SELECT e.id, json_build_object(
                     'id', d.id, 'benefit', code(d.kind), 'institution', d.institution_id, 'institutionLabel', o.name,
                     'amount', CASE WHEN d.amount IS NOT NULL
                       THEN json_build_object('amount', d.amount::text, 'currency', d.currency) END,
                     'status', code(d.state), 'on', d.state_on, 'approvedOn', d.approved_on,
                     'approved', CASE WHEN d.approved_amount IS NOT NULL
                       THEN json_build_object('amount', d.approved_amount::text, 'currency', d.approved_currency) END,
                     'reason', code(d.reason), 'externalId', d.external_id,
                     'program', d.program_id, 'cohort', d.cohort_id, 'center', d.center_id, 'agreement', d.agreement_id)
              FROM delivery d
              JOIN enrollment e ON e.tenant_id = d.tenant_id AND e.id = d.enrollment_id
              LEFT JOIN organization o ON o.tenant_id = d.tenant_id AND o.id = d.institution_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY d.state_on, d.id"""),

    EXCEPTIONS("exceptions", """
            SELECT e.id, json_build_object(
                     'id', x.id, 'waives', x.waives, 'reason', code(x.reason), 'document', x.document,
                     'status', code(x.status), 'requestedBy', x.requested_by, 'requestedAt', utc(x.created_at),
                     'reviewedBy', x.reviewed_by, 'reviewedAt', utc(x.reviewed_at))
              FROM graduation_exception x
              JOIN enrollment e ON e.tenant_id = x.tenant_id AND e.id = x.enrollment_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY x.created_at, x.id"""),

    RECOGNITIONS("recognitions", """
            SELECT e.id, json_build_object('ceremony', c.id, 'ceremonyLabel', c.title, 'on', c.held_on)
              FROM recognition r
              JOIN enrollment e ON e.tenant_id = r.tenant_id AND e.id = r.enrollment_id
              JOIN ceremony c ON c.tenant_id = r.tenant_id AND c.id = r.ceremony_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY c.held_on, c.id"""),

    /** One whose key was withdrawn holds no more, as one that was revoked by itself. */
    CREDENTIALS("credentials", """
            SELECT e.id, json_build_object(
                     'id', c.id, 'graduatedOn', c.graduated_on, 'criteriaVersion', c.criteria_version,
                     'issuedAt', utc(c.created_at),
                     'revokedAt', CASE WHEN c.revoked_at IS NULL THEN utc(k.withdrawn_at) ELSE utc(c.revoked_at) END,
                     'reason', CASE WHEN c.revoked_at IS NULL AND k.withdrawn_at IS NOT NULL THEN 'key-withdrawn'
                       ELSE code(c.reason) END,
                     'statusList', c.status_list, 'statusIndex', c.status_index, 'credential', c.token)
              FROM credential c
              JOIN enrollment e ON e.tenant_id = c.tenant_id AND e.id = c.enrollment_id
              JOIN issuer_key k ON k.tenant_id = c.tenant_id AND k.id = c.key_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY c.created_at, c.id"""),

    /** What learning platforms sent of her, and what became of it. */
    STATEMENTS("statements", """
            SELECT e.id, json_build_object(
                     'id', x.id, 'client', x.client, 'course', x.course, 'happenedAt', utc(x.happened_at),
                     'receivedAt', utc(x.received_at), 'triedAt', utc(x.tried_at), 'outcome', code(x.status),
                     'completion', x.completion_id, 'voids', x.voids, 'voidedBy', x.voided_by,
                     'reason', code(x.reason), 'dismissal', code(x.dismissal), 'dismissedBy', x.dismissed_by,
                     'dismissedAt', utc(x.dismissed_at))
              FROM xapi_statement x
              JOIN enrollment e ON e.tenant_id = x.tenant_id AND e.id = x.enrollment_id
             WHERE e.tenant_id = ? AND e.participant_id = ANY (?)
             ORDER BY x.received_at, x.id""");

    private final String field;
    private final String statement;

    HeldPart(String field, String statement) {
        this.field = field;
        this.statement = statement;
    }

    String field() {
        return field;
    }

    /** Of a tenant and the ids of her records. */
    String statement() {
        return statement
                .replaceAll("utc\\(([^)]+)\\)", "to_char($1 AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
                .replaceAll("code\\(([^)]+)\\)", "lower(replace($1, '_', '-'))");
    }

    /** Whether it belongs to one of her enrolments. */
    boolean ofAnEnrollment() {
        return ordinal() > ENROLLMENTS.ordinal();
    }
}
