-- Municipalities and localities under the names that they bore, each for its time. Places are the same for every tenant
-- and say nothing of anybody: there is no tenant here, everybody reads all of it. It is written only by a transaction
-- that says it loads a catalogue, which takes the scope catalogues:admin.
CREATE TABLE geography_place (
    code        text NOT NULL CHECK (code ~ '^[0-9]{5}([0-9]{4})?$'),
    name        text NOT NULL,
    plain       text NOT NULL,
    valid_from  date NOT NULL,
    valid_until date CHECK (valid_until > valid_from),
    PRIMARY KEY (code, valid_from)
);
CREATE UNIQUE INDEX geography_place_now ON geography_place (code) WHERE valid_until IS NULL;

-- Which catalogues were loaded: for each state, from which day on it is known what exists there.
CREATE TABLE geography_catalogue (
    number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('MUNICIPALITIES', 'LOCALITIES', 'REGIONS')),
    state      text        NOT NULL,
    valid_from date        NOT NULL,
    loaded_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX geography_catalogue_state ON geography_catalogue (kind, state, valid_from);

ALTER TABLE geography_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE geography_place FORCE ROW LEVEL SECURITY;
ALTER TABLE geography_catalogue ENABLE ROW LEVEL SECURITY;
ALTER TABLE geography_catalogue FORCE ROW LEVEL SECURITY;

CREATE POLICY everybody ON geography_place FOR SELECT TO ${runtime} USING (true);
CREATE POLICY loading ON geography_place TO ${runtime}
    USING (current_setting('app.loading', true) = 'geography');
CREATE POLICY everybody ON geography_catalogue FOR SELECT TO ${runtime} USING (true);
CREATE POLICY loading ON geography_catalogue FOR INSERT TO ${runtime}
    WITH CHECK (current_setting('app.loading', true) = 'geography');

GRANT SELECT, INSERT, UPDATE, DELETE ON geography_place TO ${runtime};
GRANT SELECT, INSERT ON geography_catalogue TO ${runtime};
