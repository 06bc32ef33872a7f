-- Whether a participant's record is protected, so that a list that ties two of her records together leaves her out.
ALTER TABLE known_participant ADD COLUMN protected boolean NOT NULL DEFAULT false;
