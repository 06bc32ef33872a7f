-- A version of an instrument never changes: answers given to it must keep their meaning.
CREATE TABLE instrument (
    tenant_id          uuid        NOT NULL,
    id                 uuid        NOT NULL,
    version            bigint      NOT NULL,
    created_at         timestamptz NOT NULL,
    code               text        NOT NULL,
    instrument_version integer     NOT NULL CHECK (instrument_version > 0),
    kind               text        NOT NULL,
    title              jsonb,
    questions          jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT instrument_version UNIQUE (tenant_id, code, instrument_version)
);

ALTER TABLE instrument ENABLE ROW LEVEL SECURITY;
ALTER TABLE instrument FORCE ROW LEVEL SECURITY;

CREATE POLICY instrument_tenant ON instrument TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT ON instrument TO ${runtime};
