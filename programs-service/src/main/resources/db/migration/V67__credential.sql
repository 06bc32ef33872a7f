-- The keys that a tenant's credentials are signed with; the newest one signs. None is ever taken away, or what it signed
-- could not be verified. The private part is sealed under a key of its own in the key store.
CREATE TABLE issuer_key (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    public_key jsonb       NOT NULL,
    sealed     bytea       NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

ALTER TABLE issuer_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE issuer_key FORCE ROW LEVEL SECURITY;

CREATE POLICY issuer_key_tenant ON issuer_key TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT ON issuer_key TO ${runtime};

-- What a graduate holds. It says that its holder graduated, and not who she is.
CREATE TABLE credential (
    tenant_id        uuid        NOT NULL,
    id               uuid        NOT NULL,
    version          bigint      NOT NULL,
    created_at       timestamptz NOT NULL,
    enrollment_id    uuid        NOT NULL,
    program_id       uuid        NOT NULL,
    criteria_version integer     NOT NULL,
    graduated_on     date        NOT NULL,
    key_id           uuid        NOT NULL,
    status_index     integer     NOT NULL CHECK (status_index BETWEEN 0 AND 131071),
    token            text        NOT NULL,
    revoked_at       timestamptz,
    reason           text        CHECK ((reason IS NULL) = (revoked_at IS NULL)),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT credential_status_index UNIQUE (tenant_id, status_index),
    FOREIGN KEY (tenant_id, enrollment_id) REFERENCES enrollment (tenant_id, id),
    FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id),
    FOREIGN KEY (tenant_id, key_id) REFERENCES issuer_key (tenant_id, id)
);

CREATE UNIQUE INDEX credential_live ON credential (tenant_id, enrollment_id) WHERE revoked_at IS NULL;

ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE credential FORCE ROW LEVEL SECURITY;

CREATE POLICY credential_tenant ON credential TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e
                     WHERE e.tenant_id = credential.tenant_id AND e.id = credential.enrollment_id));

GRANT SELECT, INSERT, UPDATE ON credential TO ${runtime};

-- Whoever verifies a credential has no token and names no tenant: whose it is, its random id says.
CREATE FUNCTION tenant_of_credential(credential uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT c.tenant_id FROM public.credential c WHERE c.id = credential $$;

REVOKE ALL ON FUNCTION tenant_of_credential(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenant_of_credential(uuid) TO ${runtime};

CREATE INDEX credential_id ON credential (id);

-- Which places of a tenant's list are taken, whichever centre's graduates have them. Nothing else of them is told.
CREATE FUNCTION taken_status_indexes() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT c.status_index FROM public.credential c
     WHERE c.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
$$;

REVOKE ALL ON FUNCTION taken_status_indexes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION taken_status_indexes() TO ${runtime};
