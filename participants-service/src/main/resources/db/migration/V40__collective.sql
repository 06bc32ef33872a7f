-- What women run together: a cooperative or a productive network. It is no person and names none; who is in it stands in
-- a table of its own. Who is limited to centres or to a portal sees those that their own centres accompany, or that
-- their own portal registered: never by way of a member, who may be one that nobody must be led to.
CREATE TABLE collective (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    name          text        NOT NULL,
    kind          text        NOT NULL,
    sector        text        NOT NULL,
    municipality  text        NOT NULL CHECK (municipality ~ '^[0-9]{5}$'),
    legal_form    text,
    trademark     jsonb,
    registered_on date        NOT NULL,
    formed_on     date,
    dissolved_on  date        CHECK (dissolved_on >= formed_on),
    center_id     uuid,
    source_system text,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX collective_municipality ON collective (tenant_id, municipality, id);

ALTER TABLE collective ENABLE ROW LEVEL SECURITY;
ALTER TABLE collective FORCE ROW LEVEL SECURITY;

CREATE POLICY collective_tenant ON collective TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[]))
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true)));

GRANT SELECT, INSERT, UPDATE ON collective TO ${runtime};
