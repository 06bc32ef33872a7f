-- By which version of its programme's rule an application was refused. What of the rule did not hold is not kept: it would
-- outlive the consent that the attribute was told with.
ALTER TABLE enrollment ADD COLUMN rule_version integer;
