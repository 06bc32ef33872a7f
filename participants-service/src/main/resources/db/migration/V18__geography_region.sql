-- Regions: groupings of municipalities that overlap freely, since every authority draws its own. A region keeps its code
-- through all its names; names and members hold for their time. Shared by all tenants, as places are.
CREATE TABLE geography_region (
    code        text NOT NULL CHECK (code ~ '^[0-9]{2}-[a-z0-9-]{1,120}$'),
    grouping    text NOT NULL,
    state       text NOT NULL,
    name        text NOT NULL,
    valid_from  date NOT NULL,
    valid_until date CHECK (valid_until > valid_from),
    PRIMARY KEY (code, valid_from)
);
CREATE TABLE geography_region_member (
    region       text NOT NULL,
    municipality text NOT NULL CHECK (municipality ~ '^[0-9]{5}$'),
    valid_from   date NOT NULL,
    valid_until  date CHECK (valid_until > valid_from),
    PRIMARY KEY (region, municipality, valid_from)
);
CREATE INDEX geography_region_member_municipality ON geography_region_member (municipality);

ALTER TABLE geography_region ENABLE ROW LEVEL SECURITY;
ALTER TABLE geography_region FORCE ROW LEVEL SECURITY;
ALTER TABLE geography_region_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE geography_region_member FORCE ROW LEVEL SECURITY;

CREATE POLICY everybody ON geography_region FOR SELECT TO ${runtime} USING (true);
CREATE POLICY loading ON geography_region TO ${runtime}
    USING (current_setting('app.loading', true) = 'geography');
CREATE POLICY everybody ON geography_region_member FOR SELECT TO ${runtime} USING (true);
CREATE POLICY loading ON geography_region_member TO ${runtime}
    USING (current_setting('app.loading', true) = 'geography');

GRANT SELECT, INSERT, UPDATE, DELETE ON geography_region, geography_region_member TO ${runtime};
