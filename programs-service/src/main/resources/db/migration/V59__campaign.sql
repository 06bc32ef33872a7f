-- What was held as part of a campaign, within its days: the 16 days of activism.
ALTER TABLE activity
    ADD COLUMN campaign_id uuid,
    ADD CHECK (campaign_id <> id),
    ADD FOREIGN KEY (tenant_id, campaign_id) REFERENCES activity (tenant_id, id);

CREATE INDEX activity_campaign ON activity (tenant_id, campaign_id, id) WHERE campaign_id IS NOT NULL;
