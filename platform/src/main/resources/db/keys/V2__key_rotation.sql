-- Keys that wrap others have numbers, so that they can be exchanged while what they wrap is read: every wrapped key says
-- which wraps it. A master key is named by what is derived from it and leads back to nothing; where there is no name it
-- was wrapped before masters had one.
ALTER TABLE tenant_key
  ADD COLUMN number integer NOT NULL DEFAULT 1 CHECK (number > 0),
  ADD COLUMN wrapped_by text,
  DROP CONSTRAINT tenant_key_pkey,
  ADD PRIMARY KEY (tenant_id, number);
ALTER TABLE data_key ADD COLUMN wrapped_with integer NOT NULL DEFAULT 1;
CREATE INDEX data_key_wrapping ON data_key (tenant_id, wrapped_with) WHERE wrapped IS NOT NULL;

-- What the audit's marks are made with. An older one stays for what was marked with it.
CREATE TABLE audit_key (
  number     integer PRIMARY KEY CHECK (number > 0),
  wrapped    bytea NOT NULL,
  wrapped_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Which master key wraps whatever is wrapped from now on; empty until a first exchange.
CREATE TABLE master_in_use (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  name     text NOT NULL,
  since    timestamptz NOT NULL DEFAULT now()
);

GRANT UPDATE (wrapped, wrapped_by) ON tenant_key TO ${runtime};
GRANT UPDATE (wrapped_with) ON data_key TO ${runtime};
GRANT SELECT, INSERT, UPDATE (wrapped, wrapped_by) ON audit_key TO ${runtime};
GRANT SELECT ON master_in_use TO ${runtime};

-- What was destroyed stays destroyed, whoever changes the row.
CREATE FUNCTION refuse_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a destroyed key is not brought back';
END $$;
CREATE TRIGGER stays_destroyed BEFORE UPDATE ON data_key
  FOR EACH ROW WHEN (OLD.destroyed_at IS NOT NULL AND NEW.wrapped IS NOT NULL) EXECUTE FUNCTION refuse_return();

-- Waits for whoever is wrapping at this moment; whoever comes after sees the new name.
CREATE FUNCTION use_master(master text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  LOCK TABLE public.tenant_key, public.audit_key IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO public.master_in_use AS m (name) VALUES (master)
    ON CONFLICT (only_row) DO UPDATE SET name = EXCLUDED.name, since = now() WHERE m.name <> EXCLUDED.name;
END $$;

-- Destroys a tenant's older keys once nothing is wrapped with them. Whoever is making a data key is waited for, and who
-- comes after finds the older ones gone.
CREATE FUNCTION retire_tenant_keys(tenant uuid, newest integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  LOCK TABLE public.data_key IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM public.data_key WHERE tenant_id = tenant AND wrapped_with < newest AND wrapped IS NOT NULL)
     OR NOT EXISTS (SELECT FROM public.tenant_key WHERE tenant_id = tenant AND number = newest) THEN
    RETURN false;
  END IF;
  DELETE FROM public.tenant_key WHERE tenant_id = tenant AND number < newest;
  RETURN true;
END $$;

REVOKE EXECUTE ON FUNCTION use_master(text), retire_tenant_keys(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION use_master(text), retire_tenant_keys(uuid, integer) TO ${runtime};
