-- An entry does not tell of which centre or portal it is: who is limited to some reads none.
CREATE POLICY compartment ON audit_entry AS RESTRICTIVE FOR SELECT TO ${runtime}
  USING (NULLIF(current_setting('app.centers', true), '') IS NULL
    AND NULLIF(current_setting('app.source_system', true), '') IS NULL);
