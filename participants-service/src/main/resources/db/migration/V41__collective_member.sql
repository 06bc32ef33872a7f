-- Who is or was in a collective, in which role and from when to when. Another role is another row.
CREATE TABLE collective_member (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    created_at     timestamptz NOT NULL,
    collective_id  uuid        NOT NULL,
    participant_id uuid        NOT NULL,
    role           text        NOT NULL,
    joined_on      date        NOT NULL,
    left_on        date        CHECK (left_on >= joined_on),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, collective_id) REFERENCES collective (tenant_id, id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES participant (tenant_id, id)
);

CREATE UNIQUE INDEX collective_member_once ON collective_member (tenant_id, collective_id, participant_id)
    WHERE left_on IS NULL;
CREATE INDEX collective_member_collective ON collective_member (tenant_id, collective_id, id);
CREATE INDEX collective_member_participant ON collective_member (tenant_id, participant_id);

ALTER TABLE collective_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE collective_member FORCE ROW LEVEL SECURITY;

CREATE POLICY collective_member_seen ON collective_member FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)));
CREATE POLICY collective_member_joined ON collective_member FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)));
CREATE POLICY collective_member_changed ON collective_member FOR UPDATE TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)))
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON collective_member TO ${runtime};

-- A role in a collective that everybody knows leads to her: it goes with the rest when her data are suppressed. It runs
-- with its owner's rights, so that nobody else needs a right to delete.
CREATE FUNCTION forget_memberships() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM public.collective_member WHERE tenant_id = NEW.tenant_id AND participant_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER participant_suppressed AFTER UPDATE OF suppressed_on ON participant
    FOR EACH ROW WHEN (OLD.suppressed_on IS NULL AND NEW.suppressed_on IS NOT NULL)
    EXECUTE FUNCTION forget_memberships();
