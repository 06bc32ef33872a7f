-- Which module a course of a learning platform is, where the pathway does not say it itself. By the module's code, so that
-- it holds for every version of the pathway.
CREATE TABLE external_course (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    course      text        NOT NULL,
    program_id  uuid        NOT NULL,
    module_code text        NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT external_course_once UNIQUE (tenant_id, program_id, course),
    FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id)
);

ALTER TABLE external_course ENABLE ROW LEVEL SECURITY;
ALTER TABLE external_course FORCE ROW LEVEL SECURITY;

CREATE POLICY external_course_tenant ON external_course TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON external_course TO ${runtime};
