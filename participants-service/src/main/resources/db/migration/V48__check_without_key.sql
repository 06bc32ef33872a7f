-- A record is never deleted, and that it is to be looked at is noted with it: looking it up again took as long as the note.
ALTER TABLE duplicate_check DROP CONSTRAINT duplicate_check_tenant_id_participant_id_fkey;
