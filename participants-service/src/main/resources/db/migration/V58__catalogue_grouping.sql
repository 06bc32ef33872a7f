-- Groupings of a state's municipalities are drawn by different authorities, each in its own time: from when one holds says
-- nothing of another. Of those that were loaded so far it is told by the members that hold from the same day.
ALTER TABLE geography_catalogue ADD COLUMN grouping text;

UPDATE geography_catalogue c
   SET grouping = coalesce((SELECT r.grouping
                              FROM geography_region r JOIN geography_region_member m ON m.region = r.code
                             WHERE r.state = c.state AND m.valid_from = c.valid_from
                             ORDER BY r.grouping <> 'regions', r.grouping LIMIT 1), 'regions')
 WHERE kind = 'REGIONS';

ALTER TABLE geography_catalogue ADD CHECK ((kind = 'REGIONS') = (grouping IS NOT NULL));
