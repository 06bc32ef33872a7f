-- Lists of codes that are not part of the program but loaded, such as languages, one row an edition. They are the same for
-- every tenant and say nothing of anybody. Rows are added, never changed: what was chosen from an edition stays readable.
CREATE TABLE code_list_edition (
    list      text        NOT NULL CHECK (list ~ '^[a-z][a-z-]{1,39}$'),
    version   integer     NOT NULL CHECK (version > 0),
    loaded_at timestamptz NOT NULL DEFAULT now(),
    codes     jsonb       NOT NULL,
    PRIMARY KEY (list, version)
);

ALTER TABLE code_list_edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE code_list_edition FORCE ROW LEVEL SECURITY;

CREATE POLICY everybody ON code_list_edition FOR SELECT TO ${runtime} USING (true);
-- Only a transaction that says it loads a list adds an edition, which takes the scope catalogues:admin.
CREATE POLICY loading ON code_list_edition FOR INSERT TO ${runtime}
    WITH CHECK (current_setting('app.loading', true) = 'code-list');

GRANT SELECT, INSERT ON code_list_edition TO ${runtime};
