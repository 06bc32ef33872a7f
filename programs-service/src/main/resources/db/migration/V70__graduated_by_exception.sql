-- Whether she graduated by an exception, kept with the graduation as its criteria version is. What it was before this was
-- kept is not known for sure: whoever graduated while an exception of hers was accepted is taken to have needed it.
ALTER TABLE enrollment ADD COLUMN graduated_by_exception boolean NOT NULL DEFAULT false
    CHECK (NOT graduated_by_exception OR graduated_on IS NOT NULL);

UPDATE enrollment e SET graduated_by_exception = true
 WHERE e.status = 'GRADUATED'
   AND EXISTS (SELECT FROM graduation_exception x
                WHERE x.tenant_id = e.tenant_id AND x.enrollment_id = e.id AND x.status = 'ACCEPTED');
