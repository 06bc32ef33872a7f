-- A person. What identifies her is sealed in `identity`; the columns beside it are codes, for queries and figures.
CREATE TABLE participant (
    tenant_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    version           bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    registered_on     date        NOT NULL,
    identity          bytea       NOT NULL,
    curp_token        bytea       CHECK (octet_length(curp_token) = 16),
    protected         boolean     NOT NULL,
    alias             text        CHECK (alias IS NOT NULL OR NOT protected),
    birth_year        integer     NOT NULL CHECK (birth_year BETWEEN 1880 AND 2200),
    birth_month       integer     NOT NULL CHECK (birth_month BETWEEN 1 AND 12),
    gender            text        NOT NULL,
    civil_status      text,
    state             text        NOT NULL CHECK (state ~ '^[0-3][0-9]$'),
    municipality      text        CHECK (municipality ~ '^[0-9]{5}$' AND left(municipality, 2) = state),
    indigenous        text        NOT NULL,
    afro_mexican      text        NOT NULL,
    seeing            integer     CHECK (seeing BETWEEN 1 AND 4),
    hearing           integer     CHECK (hearing BETWEEN 1 AND 4),
    walking           integer     CHECK (walking BETWEEN 1 AND 4),
    remembering       integer     CHECK (remembering BETWEEN 1 AND 4),
    self_care         integer     CHECK (self_care BETWEEN 1 AND 4),
    communicating     integer     CHECK (communicating BETWEEN 1 AND 4),
    languages         text[]      NOT NULL,
    schooling         text,
    student           boolean,
    income_activity   text,
    mother            boolean,
    head_of_household boolean,
    dependants        integer     CHECK (dependants BETWEEN 0 AND 30),
    migration         text,
    barriers          text[]      NOT NULL,
    consents          jsonb       NOT NULL,
    history           jsonb       NOT NULL,
    reference_count   integer     NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT participant_curp UNIQUE (tenant_id, curp_token)
);

ALTER TABLE participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE participant FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE ON participant TO ${runtime};
