-- Whether whoever applied did not see the woman's record: then neither the enrolment nor what is delivered in it leads to
-- her record, or her CURP would. participants-service tells it to whom it opens the record.
ALTER TABLE enrollment ADD COLUMN record_hidden boolean NOT NULL DEFAULT false;
ALTER TABLE delivery ADD COLUMN record_hidden boolean NOT NULL DEFAULT false;
